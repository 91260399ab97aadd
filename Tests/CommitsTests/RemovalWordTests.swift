import Testing

@testable import Commits

/// The words that say that something is gone.
struct RemovalWordTests {
  @Test(arguments: [
    "SHOP-12 Drop the cart", "SHOP-12: removed the cart", "DELETE cart", "chore(SHOP-12): get rid of the cart",
    "SHOP-12 The cart is no longer here", "SHOP-12 Ripped out the cart", "SHOP-12 Cart:withdrawn",
  ])
  func `stand in a subject that has one`(subject: String) {
    let stands = RemovalWord.stands(in: Array(subject.utf8).span)
    #expect(stands)
  }

  @Test(arguments: [
    "", "SHOP-12 Cart", "SHOP-12 Dropdown of the cart", "SHOP-12 undeleted", "SHOP-12 get rid", "SHOP-12 no_drop",
    "SHOP-12 Pull request of the cart",
  ])
  func `stand in no other`(subject: String) {
    let stands = RemovalWord.stands(in: Array(subject.utf8).span)
    #expect(!stands)
  }
}
