import TestSupport
import Testing

/// Releases whose page is looked at.
enum PageRelease {
  static let policy =
    ReleaseFixture.policy
    + "links: {ticket: \"https://jira.example.com/browse/{key}\", commit: \"https://git.example.com/c/{id}\"}\n"

  /// A release of SHOP-1, PAY-2 and SHOP-4 that has SHOP-9, a revert and a commit without a ticket, and lacks SHOP-4.
  static func repository() async throws -> GitRepository {
    let repository = try await GitRepository.planning([])
    try await repository.checkout("main")
    let manifest = ReleaseFixture.manifest(["SHOP-1", "PAY-2", "SHOP-4"]).replacing(
      "\"archived\": false", with: "\"archived\": false, \"releaseDate\": \"2026-11-30\"")
    try await repository.commit(
      "SHOP-900 Plan the day", files: [".relscope.yml": policy, "releases/2.4.0.json": manifest])
    try await repository.checkout("release/2.4.0")
    try await repository.git("reset", "--quiet", "--hard", "main")
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    let refund = try await repository.commit("PAY-2 Refund in parts", files: ["pay.js": "refund\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "2\n"])
    try await repository.commit("Tidy up", files: ["tidy.js": "1\n"])
    try await repository.revert(refund)
    return repository
  }

  /// Writes the page of release 2.4.0.
  ///
  /// - Returns: Its path.
  static func page(of repository: GitRepository, status: Int32) async throws -> String {
    let file = repository.folder.path + "/report.html"
    let relscope = try Relscope(for: repository)
    let arguments = ["check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0"]
    let result = try await relscope.run(arguments + ["--format", "html", "--output", file])
    try #require(result.status == status, "\(result)")
    return file
  }
}
