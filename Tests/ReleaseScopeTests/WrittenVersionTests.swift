import ReleaseScope
import Testing

struct WrittenVersionTests {
  @Test(arguments: [
    ("release/2.4.0", "release/{version}", "2.4.0"),
    ("release/v2.4.0", "release/v{version}", "2.4.0"),
    ("branch-3.9", "branch-{version}", "3.9"),
    ("5.3", "{version}", "5.3"),
    ("2.20.x", "{version}", "2.20.x"),
    ("3.x", "{version}", "3.x"),
    ("v9.5.2", "v{version}", "9.5.2"),
    ("rel/1.0", "rel/{version}", "1.0"),
    ("rel/commons-lang-3.20.0", "rel/commons-lang-{version}", "3.20.0"),
    ("commons-lang-3.20.0-RC1", "commons-lang-{version}", "3.20.0-RC1"),
    ("5.4.0.Final", "{version}", "5.4.0.Final"),
    ("2.4-release", "{version}-release", "2.4"),
    ("release_12", "release_{version}", "12"),
  ])
  func `takes a name apart`(name: String, pattern: String, version: String) throws {
    let written = try #require(WrittenVersion(name))
    #expect(written.pattern == pattern)
    #expect(written.version == version)
  }

  @Test(arguments: [
    "main", "feature/cart", "37-upgrade-tests", "352_system_test", "8.17_security_advisory", "LANG_1_0_BRANCH",
    "0.7.0@1190520", "LANG_2_2_X", "utf8", "release/2024-autumn",
  ])
  func `finds no version where there is more, or none`(name: String) {
    let written = WrittenVersion(name)
    #expect(written == nil)
  }

  @Test(arguments: [
    ("v2.4.0", false), ("v2.4.0-rc1", true), ("3.0.0.Beta2", true), ("1.0-SNAPSHOT", true), ("5.4.0.Final", false),
    ("2.0.0-M3", true), ("7.2.0.CR4", true),
  ])
  func `tells a step on the way`(name: String, isPreliminary: Bool) {
    let written = WrittenVersion(name)
    #expect(written?.isPreliminary == isPreliminary)
  }

  @Test(
    arguments: [
      ("{version}", "5.3", "5.3"), ("{version}", "main", nil), ("{version}", "37-upgrade-tests", nil),
      ("{version}", "42", nil), ("{version}", "feature/2.4", nil), ("v{version}", "v2.4.0", "2.4.0"),
      ("v{version}", "vendor", nil), ("v{version}", "v2-cart", nil), ("release/{version}", "release/Aurora", "Aurora"),
      ("branch-{version}", "branch-3.9", "3.9"), ("{version}", "2.20.x", "2.20.x"),
    ] as [(String, String, String?)])
  func `a pattern without a mark before the version matches numbers only`(
    pattern: String, branch: String, version: String?
  ) {
    let found = BranchPattern(pattern).version(in: branch)
    #expect(found == version)
  }

  @Test func `a tag names its version by what the policy says of tags`() throws {
    var policy = Policy()
    policy.since = try VersionTemplate(parsing: "rel/lang-{previous}", placeholder: .previous)
    #expect(policy.version(named: "rel/lang-3.12.0") == "3.12.0")
    #expect(policy.version(named: "release/3.12.0") == "3.12.0")
    #expect(policy.version(named: "v3.12.0") == nil)
    policy.production = .tag(try VersionTemplate(parsing: "v{version}"))
    #expect(policy.version(named: "v3.12.0") == "3.12.0")
  }
}
