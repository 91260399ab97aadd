import ReleaseScope
import Testing

struct VersionStateTests {
  private static func messages(
    _ change: (inout Manifest.Version) -> Void = { _ in },
    gather: @escaping @Sendable (inout RuleFacts) -> Void = { _ in }
  ) -> [String] {
    var release = RuleStory()
    if var manifest = release.manifest {
      change(&manifest.version)
      release.manifest = manifest
    }
    release.gather = gather
    let found = release.found(by: .versionState)
    #expect(found.allSatisfy { $0.severity == .error && $0.help == RuleStory.advice(.versionState) })
    #expect(found.allSatisfy { $0.ticket == nil && $0.commits.isEmpty })
    return found.map(\.message)
  }

  @Test func `finds nothing wrong with an open version of the branch's name`() {
    #expect(Self.messages(gather: { $0.documents.branchVersion = "2.4.0" }).isEmpty)
    #expect(Self.messages(gather: { $0.documents.requestedVersion = RuleStory.version("2.4.0") }).isEmpty)
    #expect(
      Self.messages {
        $0.isArchived = false
        $0.isReleased = false
      }.isEmpty)
  }

  @Test func `finds an archived version`() {
    #expect(Self.messages { $0.isArchived = true } == ["version '2.4.0' is archived"])
  }

  @Test func `finds a released version, unless it is judged after its merge`() {
    #expect(Self.messages { $0.isReleased = true } == ["version '2.4.0' is already released"])
    let dated = Self.messages {
      $0.isReleased = true
      $0.releaseDate = "2026-11-20"
    }
    #expect(dated == ["version '2.4.0' is already released, on 2026-11-20"])
    #expect(Self.messages({ $0.isReleased = true }, gather: { $0.documents.isMerged = true }).isEmpty)
  }

  @Test func `finds a manifest that is not for the branch`() {
    #expect(
      Self.messages(gather: { $0.documents.branchVersion = "2.5.0" }) == [
        "the branch is for version '2.5.0', the manifest for '2.4.0'"
      ])
  }

  @Test func `finds a manifest that was not asked for, whatever the branch is called`() {
    let messages = Self.messages(gather: {
      $0.documents.requestedVersion = RuleStory.version("2.5.0")
      $0.documents.branchVersion = "2.6.0"
    })
    #expect(messages == ["the manifest is for version '2.4.0', not '2.5.0'"])
  }

  @Test func `finds nothing without a manifest`() {
    var release = RuleStory()
    release.manifest = nil
    release.gather = { $0.documents.branchVersion = "2.5.0" }
    #expect(release.found(by: .versionState).isEmpty)
  }
}
