import ReleaseScope
import Testing

@testable import Documents

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("SHOP", "SHPO", 1), ("ca", "abc", 3), ("ca", "ac", 1),
    ("kitten", "sitting", 3), ("a", "b", 1), ("ab", "ba", 1), ("abcd", "badc", 2), ("SHOP-12", "SHOP-1", 1),
  ])
  func `counts edits, a swap of neighbours as one`(a: String, b: String, edits: Int) {
    #expect(editDistance(a.utf8, b.utf8, limit: 10) == edits)
    #expect(editDistance(b.utf8, a.utf8, limit: 10) == edits)
    #expect(editDistance(a.utf8, b.utf8, limit: edits) == edits)
    if edits > 0 { #expect(editDistance(a.utf8, b.utf8, limit: edits - 1) == nil) }
  }

  @Test(arguments: [
    ("release-branchs", "release-branches"), ("releaseBranches", "release-branches"), ("bsae", "base"),
    ("UNTRACKED_COMMIT", nil), ("zebra", nil), (String(repeating: "x", count: 100_000), nil),
  ])
  func `proposes the nearest word and nothing far-fetched`(word: String, nearest: String?) {
    let result = nearestSpelling(of: word, among: ["base", "release-branches", "projects"])
    #expect(result == nearest)
  }
}
