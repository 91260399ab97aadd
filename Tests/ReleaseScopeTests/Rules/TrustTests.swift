import ReleaseScope
import Testing

/// `untrusted-policy`, `unsealed-manifest`, `broken-seal` and `stale-manifest`.
struct TrustTests {
  private static let digest = "0123456789abcdef"

  private static func release(_ gather: @escaping @Sendable (inout RuleFacts) -> Void) -> RuleStory {
    var release = RuleStory()
    release.gather = {
      $0.documents.manifestName = "releases/2.4.0.json"
      gather(&$0)
    }
    return release
  }

  private static func only(_ rule: RuleID, _ severity: Severity, _ message: String) -> [RuleStory.Found] {
    [.init(severity: severity, ticket: nil, commits: [], message: message, help: RuleStory.advice(rule))]
  }

  @Test func `finds each document that the release changes`() {
    let found = Self.release { $0.elsewhere.changedDocuments = [".relscope.yml", "releases/2.4.0.json"] }.found(
      by: .untrustedPolicy)
    let messages = ["the release changes '.relscope.yml'", "the release changes 'releases/2.4.0.json'"]
    #expect(found == messages.flatMap { Self.only(.untrustedPolicy, .error, $0) })
    #expect(RuleStory().found(by: .untrustedPolicy).isEmpty)
  }

  @Test func `finds a manifest without a seal`() {
    var release = Self.release { $0.documents.seal = .none }
    #expect(
      release.found(by: .unsealedManifest)
        == Self.only(.unsealedManifest, .note, "'releases/2.4.0.json' has no seal"))
    #expect(RuleStory().found(by: .unsealedManifest).isEmpty)
    #expect(Self.release { $0.documents.seal = .broken(expected: "", actual: "") }.found(by: .unsealedManifest).isEmpty)
    release.manifest = nil
    #expect(release.found(by: .unsealedManifest).isEmpty)
  }

  @Test func `finds a manifest that was changed after it was sealed`() {
    let release = Self.release {
      $0.documents.seal = .broken(expected: Self.digest, actual: String(Self.digest.reversed()))
    }
    #expect(
      release.found(by: .brokenSeal)
        == Self.only(
          .brokenSeal, .error,
          "'releases/2.4.0.json' was changed after it was sealed: its digest is fedcba987654, not 0123456789ab"))
    #expect(Self.release { $0.documents.seal = .none }.found(by: .brokenSeal).isEmpty)
    #expect(RuleStory().found(by: .brokenSeal).isEmpty)
  }

  @Test(arguments: [
    (Seal.none, false), (.intact(digest), true), (.broken(expected: digest, actual: "fedcba9876543210"), false),
  ])
  func `takes only what is as it was sealed for sealed`(seal: Seal, isIntact: Bool) {
    #expect(seal.isIntact == isIntact)
  }

  @Test(arguments: [(Int64(3_600), false), (3_599, true)])
  func `finds a manifest that is older than the policy allows`(limit: Int64, isFound: Bool) {
    var release = Self.release { $0.documents.now = Instant(seconds: 3_600) }
    release.policy.manifestMaxAge = limit
    release.manifest?.source = .init(fetchedAt: Instant(seconds: 0))
    let message = "'releases/2.4.0.json' was fetched at 1970-01-01T00:00:00Z, longer ago than the policy allows"
    #expect(release.found(by: .staleManifest) == (isFound ? Self.only(.staleManifest, .warning, message) : []))
  }

  @Test func `finds a manifest that does not say how old it is, where the policy cares`() {
    var release = Self.release { _ in }
    #expect(release.found(by: .staleManifest).isEmpty)
    release.policy.manifestMaxAge = 60
    #expect(
      release.found(by: .staleManifest)
        == Self.only(.staleManifest, .warning, "'releases/2.4.0.json' does not say when it was fetched"))
    release.manifest = nil
    #expect(release.found(by: .staleManifest).isEmpty)
  }
}
