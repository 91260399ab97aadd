import ReleaseScope
import Testing

struct WrongVersionTests {
  /// A ticket that the manifest knows and does not plan, with a commit.
  private static func stray(_ versions: [String]?) -> RuleStory {
    var release = RuleStory()
    release.manifest?.others = [RuleStory.ticket("SHOP-2") { $0.fixVersions = versions }]
    release.commit("a", "SHOP-2 Search")
    return release
  }

  private static func planned(_ versions: [String]?) -> RuleStory {
    var release = RuleStory(planned: "SHOP-2")
    release.change("SHOP-2") { $0.fixVersions = versions }
    release.commit("a", "SHOP-2 Search")
    return release
  }

  @Test(arguments: [
    (["2.5.0"], "SHOP-2 has the fix version '2.5.0', not '2.4.0'"),
    (["2.5.0", "3.0"], "SHOP-2 has the fix version '2.5.0', '3.0', not '2.4.0'"),
    ([], "SHOP-2 has no fix version, not '2.4.0'"), (nil, "SHOP-2 has no fix version, not '2.4.0'"),
  ])
  func `finds a ticket in the scope that is of another version`(versions: [String]?, message: String) {
    #expect(
      Self.stray(versions).found(by: .wrongVersion) == [
        .init(
          severity: .error, ticket: "SHOP-2", commits: ["a"], message: message, help: RuleStory.advice(.wrongVersion))
      ])
  }

  @Test(arguments: [(["2.5.0"], true), (["2.5.0", "2.4.0"], false), ([], false), (nil, false)])
  func `finds a planned ticket that says another version, and believes the manifest where it says none`(
    versions: [String]?, isFound: Bool
  ) {
    #expect(Self.planned(versions).tickets(.wrongVersion) == (isFound ? ["SHOP-2"] : []))
  }

  @Test(arguments: ["2.4.0-RC", "2.4.0-rc"]) func `compares versions without regard to case`(version: String) {
    var release = Self.planned([version])
    release.manifest?.version.name = RuleStory.version("2.4.0-RC")
    #expect(release.tickets(.wrongVersion).isEmpty)
  }

  @Test func `tells a version of the same name in a project that the manifest leaves out`() {
    let found = Self.stray(["2.4.0"]).found(by: .wrongVersion)
    #expect(found.map(\.message) == ["SHOP-2 has '2.4.0' of project 'SHOP', which the manifest leaves out"])
    #expect(
      found.map(\.help) == [
        "fetch the manifest again with the project: --projects, or 'projects:' in the policy"
      ])
  }

  @Test func `passes over what is not in the scope, and over everything without a manifest`() {
    var release = Self.stray(["2.5.0"])
    release.commit("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("a"))")
    #expect(release.tickets(.wrongVersion).isEmpty)
    release = Self.stray(["2.5.0"])
    release.manifest = nil
    #expect(release.tickets(.wrongVersion).isEmpty)
  }
}
