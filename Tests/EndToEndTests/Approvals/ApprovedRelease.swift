import Foundation
import TestSupport
import Testing

/// A server, the clones of a tech lead and of a release developer, and their keys; release 2.4.0 is pushed, and right.
struct ApprovedRelease {
  enum Someone: String, CaseIterable {
    case lead
    case dev

    var role: String { self == .lead ? "tech-lead" : "release-developer" }
    var email: String { "\(rawValue)@example.com" }
  }

  static let branch = "release/2.4.0"
  static let notes = "refs/notes/relscope-approvals"

  let server: GitRepository
  private let clones: [Someone: GitRepository]
  private let keys: [Someone: String]

  /// - Parameters:
  ///   - policy: Lines within `approvals:`.
  ///   - author: Who wrote SHOP-1.
  ///   - signers: The signers file, of the public keys of both.
  init(
    policy: [String] = [], author: TestSupport.Person = .dana,
    signers: ([Someone: String]) -> String = Self.usualSigners
  ) async throws {
    let approvals = [
      "approvals:", "  required: [tech-lead, release-developer]",
      "  roles: {tech-lead: [lead@example.com], release-developer: [dev@example.com]}",
    ]
    let lines = approvals + policy.map { "  \($0)" } + ["repository: web", ""]
    let seed = try await GitRepository.planning(
      ["SHOP-1"], policy: ReleaseFixture.policy + lines.joined(separator: "\n"))
    var keys: [Someone: String] = [:]
    var publicKeys: [Someone: String] = [:]
    for someone in Someone.allCases {
      let key = "\(seed.folder.path)/\(someone.rawValue)"
      let made = try await Program("ssh-keygen", environment: seed.environment).run(
        ["-q", "-t", someone == .lead ? "ed25519" : "ecdsa", "-N", "", "-C", "", "-f", key])
      try #require(made.status == 0, "\(made)")
      keys[someone] = key
      let line = try String(contentsOfFile: "\(key).pub", encoding: .utf8)
      publicKeys[someone] = line.split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
    }
    try await seed.checkout("main")
    try await seed.commit(
      "SHOP-900 Say whose keys count", files: [".relscope-signers": signers(publicKeys), "both.txt": "1\n2\n3\n4\n5\n"])
    try await seed.git("branch", "--force", Self.branch)
    try await seed.checkout(Self.branch)
    try await seed.commit(
      "SHOP-1 Keep the cart", files: ["cart.js": "keep\n", "both.txt": "1\n2\n3\n4\n5 of the release\n"], author: author
    )
    server = try await seed.clone(bare: true)
    try await server.git("symbolic-ref", "HEAD", "refs/heads/main")
    var clones: [Someone: GitRepository] = [:]
    for someone in Someone.allCases {
      let clone = try await server.clone(branch: Self.branch)
      try await clone.git("config", "user.name", someone.rawValue)
      try await clone.git("config", "user.email", someone.email)
      try await clone.git("config", "user.signingKey", "\(keys[someone] ?? "").pub")
      clones[someone] = clone
    }
    self.clones = clones
    self.keys = keys
  }

  static func usualSigners(_ keys: [Someone: String]) -> String {
    Someone.allCases.map { "\($0.email) namespaces=\"approval@relscope\" \(keys[$0] ?? "")\n" }.joined()
  }

  /// Somebody's clone, which has the release checked out.
  func clone(of someone: Someone) throws -> GitRepository { try #require(clones[someone]) }

  /// Runs the program in somebody's clone.
  func run(_ arguments: String..., as someone: Someone) async throws -> ProgramResult {
    let clone = try clone(of: someone)
    return try await Relscope(for: clone).run(arguments, in: clone.path, setting: ["SSH_AUTH_SOCK": nil])
  }

  func approve(_ someone: Someone, _ arguments: String...) async throws {
    let clone = try clone(of: someone)
    let result = try await Relscope(for: clone).run(["approve", Self.branch, "--yes"] + arguments, in: clone.path)
    try #require(result.status == 0, "\(result)")
  }

  /// Both approve, and push it.
  func approveAndPush() async throws {
    for someone in Someone.allCases { try await approve(someone, "--push") }
  }

  /// Brings what the server has to somebody, and moves his branch there.
  func update(_ someone: Someone) async throws {
    let clone = try clone(of: someone)
    try await clone.git(
      "fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*",
      "+refs/notes/relscope-*:refs/notes/origin/relscope-*")
    try await clone.git("reset", "--quiet", "--hard", "origin/\(Self.branch)")
  }

  /// What somebody's check says of approvals: `tech-lead held`, `tech-lead void head`, and the status.
  func answer(_ someone: Someone = .dev, _ arguments: String...) async throws -> Answer {
    let clone = try clone(of: someone)
    let result = try await Relscope(for: clone).run(
      ["check", "--release", Self.branch, "--format", "json"] + arguments, in: clone.path)
    return try Answer(CheckOutcome(result: result))
  }

  struct Answer: CustomStringConvertible {
    let status: Int32
    let words: Set<String>
    let rules: Set<String>
    let messages: [String]
    let description: String

    init(_ outcome: CheckOutcome) throws {
      let report = try outcome.report()
      status = outcome.status
      words = Set(
        (report.approvals ?? []).map { [$0.role, $0.state, $0.reason].compactMap(\.self).joined(separator: " ") })
      rules = Set(report.findings.filter { $0.severity == "error" && $0.waiver == nil }.map(\.rule))
      messages = report.findings.map(\.message)
      description = outcome.description
    }

    static let held: Set = ["tech-lead held", "release-developer held"]
  }
}
