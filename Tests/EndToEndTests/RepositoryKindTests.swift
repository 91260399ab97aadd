import TestSupport
import Testing

/// One release, in every kind of repository that git makes: the answer is the same.
struct RepositoryKindTests {
  enum Kind: String, CaseIterable, Sendable {
    case original
    case clone
    case bareClone
    case sharingClone
    case linkedWorktree
    case sparseCheckout
    case packed
    case commitGraph
    case splitCommitGraph
    case folderWithBlank

    func make() async throws -> (repository: GitRepository, release: String) {
      let original = try await GitRepository.passing(name: self == .folderWithBlank ? "web shop" : "shop")
      let release = "release/2.4.0"
      switch self {
      case .original, .folderWithBlank: return (original, release)
      case .clone: return (try await original.clone(), release)
      case .bareClone: return (try await original.clone(bare: true), release)
      case .sharingClone: return (try await original.clone(shared: true), release)
      case .linkedWorktree: return (try await original.addWorktree("main"), release)
      case .sparseCheckout:
        let clone = try await original.clone()
        try await clone.git("sparse-checkout", "set", "--cone", "docs")
        return (clone, release)
      case .packed: try await original.git("gc", "--quiet")
      case .commitGraph: try await original.git("commit-graph", "write", "--reachable")
      case .splitCommitGraph: try await original.git("commit-graph", "write", "--reachable", "--split")
      }
      return (original, release)
    }
  }

  @Test(arguments: Kind.allCases)
  func `gives the same answer`(in kind: Kind) async throws {
    let (repository, release) = try await kind.make()
    let outcome = try await Relscope(for: repository).check(repository, release: release)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.range.commits == 2)
    #expect(report.incomplete.isEmpty)
  }

  @Test func `finds the repository above the folder that it runs in`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await Relscope(for: repository).run(
      ["check", "--format", "json"], in: repository.path + "/releases")
    #expect(result.status == 0, "\(result)")
    #expect(try CheckOutcome(result: result).report().range.base.name == "main")
  }

  @Test func `takes an annotated tag, an abbreviated id and a detached HEAD for the commit`() async throws {
    let repository = try await GitRepository.passing()
    let tip = try await repository.id(of: "release/2.4.0")
    try await repository.tag("2.4.0-rc.1", message: "The first candidate")
    try await repository.git("checkout", "--quiet", "--detach")
    let relscope = try Relscope(for: repository)
    for name in ["2.4.0-rc.1", "refs/tags/2.4.0-rc.1", String(tip.prefix(10)), tip, "HEAD", "release/2.4.0~0"] {
      let outcome = try await relscope.check(repository, release: name, "--version", "2.4.0")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(try outcome.report().range.release.id == tip)
    }
  }

  @Test func `refuses a name that is both a tag and a branch with different commits`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.tag("release/2.4.0", at: "main")
    let tag = try await repository.id(of: "refs/tags/release/2.4.0")
    let branch = try await repository.id(of: "refs/heads/release/2.4.0")
    let relscope = try Relscope(for: repository)
    let refused = try await relscope.check(repository)
    #expect(refused.status == 64, "\(refused)")
    #expect(refused.result.output.isEmpty)
    for id in [tag, branch] { #expect(refused.result.errors.contains(id.prefix(7))) }
    for name in ["refs/tags/release/2.4.0", "refs/heads/release/2.4.0"] {
      #expect(refused.result.errors.contains(name))
    }
    let full = try await relscope.check(repository, release: "refs/heads/release/2.4.0")
    #expect(full.status == 0, "\(full)")
    #expect(try full.report().range.release.id == branch)
  }

  @Test func `takes a tag and a branch of one name at the same commit`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.tag("release/2.4.0", at: "release/2.4.0")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `says that it cannot read names by SHA-256`() async throws {
    let repository = try await GitRepository.passing(objectFormat: "sha256")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.result.output.isEmpty)
    #expect(outcome.result.errors.contains("SHA-256"))
  }
}
