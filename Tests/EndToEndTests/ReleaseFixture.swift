import TestSupport

/// The files of a shop's release 2.4.0.
enum ReleaseFixture {
  static let policy = """
    base: main
    release-branches: ["release/{version}", "hotfix/{version}"]
    projects: [SHOP, PAY]
    manifest: releases/{version}.json
    statuses: {ready: ["Ready for Release"]}

    """

  static func manifest(_ keys: [String], version: String = "2.4.0") -> String {
    let tickets = keys.map { key in
      """
          {"key": "\(key)", "summary": "Work on \(key)", "type": "Task", "status": "Ready for Release",
           "statusSince": "2026-11-20T09:12:00Z", "assignee": "dana", "priority": "High", "fixVersions": ["\(version)"]}
      """
    }
    return """
      {
        "schema": "relscope.manifest/1",
        "version": {"name": "\(version)", "released": false, "archived": false},
        "projects": ["SHOP", "PAY"],
        "releaseTicket": "SHOP-900",
        "tickets": [
      \(tickets.joined(separator: ",\n"))
        ]
      }

      """
  }
}

extension GitRepository {
  /// A repository whose main has a policy and a manifest with `keys`, and whose release branch is checked out and
  /// empty.
  ///
  /// `earlier` commits are on main before these.
  static func planning(
    _ keys: [String], name: String = "shop", policy: String = ReleaseFixture.policy, objectFormat: String = "sha1",
    earlier: Int = 0
  ) async throws -> GitRepository {
    let repository = try await GitRepository(name: name, objectFormat: objectFormat)
    for number in 0..<earlier { try await repository.commit("SHOP-99 Try \(number)") }
    try await repository.commit("SHOP-100 Start the shop", files: ["README.md": "# Shop\n"])
    try await repository.commit(
      "SHOP-900 Plan 2.4.0",
      files: [".relscope.yml": policy, "releases/2.4.0.json": ReleaseFixture.manifest(keys)])
    try await repository.checkout(new: "release/2.4.0")
    return repository
  }

  /// A release that holds exactly what its manifest says: SHOP-1 and PAY-2.
  static func passing(
    name: String = "shop", objectFormat: String = "sha1", earlier: Int = 0
  ) async throws -> GitRepository {
    let repository = try await planning(
      ["SHOP-1", "PAY-2"], name: name, objectFormat: objectFormat, earlier: earlier)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "export const keep = true\n"])
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "export const parts = 3\n"])
    return repository
  }
}
