import ReleaseScope
import Testing

@testable import ScopeCheck

struct MergedBranchesTests {
  private let names = ReleaseNames(
    patterns: [BranchPattern("release/{version}"), BranchPattern("hotfix/{version}")], versions: ["2.4.0"])

  private func answer(_ message: String, parents: Int = 1) -> ReleaseNames.Answer {
    names.answer(MergedBranches(message: Array(message.utf8)), parents: parents)
  }

  @Test(arguments: [
    "Merge branch 'release/2.4.0'",
    "Merge branch 'release/2.4.0' into 'main'",
    "Merge branch 'release/v2.4.0' into production",
    "Merge branch \"hotfix/2.4.0\"",
    "Merge branch 'release/2.4.0' of https://git.example.com/shop/web",
    "Merge remote-tracking branch 'origin/release/2.4.0'",
    "Merge tag 'v2.4.0'",
    "Merge tag '2.4.0' into main",
    "Merge pull request #7 from shop/release/2.4.0\n\nSHOP-900 Release 2.4.0",
    "Merge pull request #7 in SHOP/web from release/2.4.0 to main",
    "Merge pull request 'Bring it from feature/x' (#7) from release/2.4.0 into main",
    "Merged in release/2.4.0 (pull request #7)",
    "Pull request #7: Release it\n\nMerge in SHOP/web from release/2.4.0 to main",
    "Merged PR 7: Merge release/2.4.0 to main",
    "Merge release/2.4.0 into main",
    "release/2.4.0 -> main (#7)",
  ])
  func `knows the merge of a release in the forms of git and the services`(message: String) {
    let answer = answer(message)
    #expect(answer == .release(places: answer == .release(places: [0]) ? [0] : []))
  }

  @Test(arguments: [
    "Merge branch 'feature/SHOP-12-prepare-2.4.0'",
    "Merge branch 'release/2.4.1'",
    "Merge branch 'release/12.4.0'",
    "Merge branch 'release/2.4.0-docs'",
    "Merge branch 'main' into release/2.4.0",
    "Merge branch 'feature/release/2.4.0'",
    "Merge branch 'feature/x' (for 'release/2.4.0')",
    "Merge tag 'v2.4.0-rc1'",
    "Merge pull request #7 from shop/feature/x\n\nMerge release/2.4.0",
    "Merge pull request 'Taken from release/2.4.0' (#7) from feature/x into main",
    "Pull request #7: Release/2.4.0\n\nMerge in SHOP/web from feature/x to main",
  ])
  func `takes no text with the version in it for the branch`(message: String) {
    #expect(answer(message) == .another)
  }

  @Test(arguments: [
    "Release 2.4.0", "Bring 2.4.0 to main (#7)", "Merged PR 7: Release 2.4.0", "Merge feature/x for release/2.4.0",
    "Merge commit '0123456789abcdef'", "Revert \"Merge branch 'release/2.4.0'\"", "",
  ])
  func `says when a merge names no branch for certain`(message: String) {
    #expect(answer(message) == .unknown)
  }

  @Test(arguments: [(2, [1]), (1, [] as [Int]), (3, [])])
  func `tells the arm of an octopus merge where the names are as many`(parents: Int, places: [Int]) {
    let expected: ReleaseNames.Answer = parents == 1 ? .another : .release(places: places)
    #expect(answer("Merge branches 'feature/x' and 'release/2.4.0'", parents: parents) == expected)
  }

  @Test func `needs a version to know a release by name`() {
    let nameless = ReleaseNames(patterns: names.patterns, versions: [])
    let merged = MergedBranches(message: Array("Merge branch 'release/2.4.0'".utf8))
    #expect(nameless.answer(merged, parents: 1) == .another)
  }
}

struct VersionNumberTests {
  @Test(arguments: [
    ("2.9.0", "2.10.0"), ("2.3.9", "2.4"), ("2.3", "2.3.1"), ("v1.0", "2"), ("9", "10"),
    ("3.0.0.Final", "3.0.1.Final"), ("18446744073709551614", "18446744073709551615"),
  ])
  func `orders versions by their numbers`(lower: String, higher: String) throws {
    let (lower, higher) = (try #require(VersionNumber(lower)), try #require(VersionNumber(higher)))
    #expect(lower < higher)
    #expect(!(higher < lower))
    #expect(lower.suffix == higher.suffix)
  }

  @Test(arguments: [("2.4", "2.4.0"), ("v2.4.0", "2.4.0"), ("2.04", "2.4")])
  func `takes zeros for nothing`(left: String, right: String) throws {
    #expect(try #require(VersionNumber(left)).numbers == (try #require(VersionNumber(right))).numbers)
  }

  @Test(arguments: ["", "v", "next", ".1", "18446744073709551616"])
  func `refuses what does not begin with a number`(name: String) {
    #expect(VersionNumber(name) == nil)
  }

  @Test func `keeps what follows the numbers apart`() {
    #expect(VersionNumber("2.4.0-rc1")?.suffix == "-rc1")
    #expect(VersionNumber("2.4.")?.suffix == ".")
  }
}
