import Commits
import Testing

/// Which name somebody may have meant.
struct NearestNameTests {
  private static let names = ["main", "release/2.4.0", "release/2.10.0", "v2.3.0", "origin/hotfix/2.4.1"]

  @Test(arguments: [
    ("mian", "main"), ("MAIN", "main"), ("2.4.0", "release/2.4.0"), ("release/2.4.O", "release/2.4.0"),
    ("relaese/2.4.0", "release/2.4.0"), ("release/2.4", "release/2.4.0"), ("2.3.0", "v2.3.0"),
    ("hotfix/2.4.1", "origin/hotfix/2.4.1"), ("release/2.4.1", nil), ("v2.4.0", nil), ("feature/SHOP-1", nil),
    ("", nil), ("m", nil),
  ])
  func `is near by case, parts and letters, and not by numbers`(name: String, near: String?) {
    #expect(nearestName(to: name, among: Self.names) == near)
  }
}
