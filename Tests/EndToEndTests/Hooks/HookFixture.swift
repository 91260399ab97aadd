import TestSupport

/// Releases to send through hooks, each with its branch checked out.
extension GitRepository {
  /// A release of SHOP-1 that holds SHOP-9 as well: wrong at every stage.
  static func mismatched(
    name: String = "shop", policy: String = ReleaseFixture.policy, objectFormat: String = "sha1"
  ) async throws -> GitRepository {
    let repository = try await planning(["SHOP-1"], name: name, policy: policy, objectFormat: objectFormat)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "export const keep = true\n"])
    try await repository.commitUnplannedWork()
    return repository
  }

  /// A release of SHOP-1 and SHOP-4 that lacks SHOP-4: right on the way, and wrong to merge.
  static func unfinished() async throws -> GitRepository {
    let repository = try await planning(["SHOP-1", "SHOP-4"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "export const keep = true\n"])
    return repository
  }

  /// Commits SHOP-9, which no manifest of these tests has.
  @discardableResult
  func commitUnplannedWork() async throws -> String {
    try await commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "export const vouchers = 2\n"])
  }

  /// Makes a bare repository that has main and nothing else, and is `origin` here.
  func addServer() async throws -> GitRepository {
    let server = try await clone(bare: true, branch: "main")
    for branch in try await server.branches() where branch != "main" {
      try await server.git("update-ref", "-d", "refs/heads/\(branch)")
    }
    try await git("remote", "add", "origin", server.path)
    try await git("fetch", "--quiet", "origin")
    return server
  }

  /// The short names of all branches.
  func branches() async throws -> [String] {
    try await git("for-each-ref", "--format=%(refname:short)", "refs/heads")
      .split(separator: "\n").map(String.init)
  }

  /// Pushes to `origin`, and says nothing of its own if that goes well.
  func push(_ arguments: String..., setting changes: [String: String?] = [:]) async throws -> ProgramResult {
    try await run(["push", "--quiet", "origin"] + arguments, setting: changes)
  }
}
