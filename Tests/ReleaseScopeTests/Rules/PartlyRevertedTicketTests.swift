import ReleaseScope
import Testing

struct PartlyRevertedTicketTests {
  private static func release(undone: Int) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    for name in ["a", "b", "c"] { release.commit(name, "SHOP-1 \(name)") }
    release.commit("d", "SHOP-2 Search")
    for name in ["a", "b", "c"].prefix(undone) {
      release.commit("undo-\(name)", "Revert \"SHOP-1 \(name)\"\n\n\(Story.reverts(name))")
    }
    return release
  }

  @Test(arguments: [(1, "1 of 3 commits of SHOP-1 is reverted"), (2, "2 of 3 commits of SHOP-1 are reverted")])
  func `finds a ticket of which some commits are undone`(undone: Int, message: String) {
    let reverts = ["undo-a", "undo-b"].prefix(undone).reversed()
    #expect(
      Self.release(undone: undone).found(by: .partlyRevertedTicket) == [
        .init(
          severity: .warning, ticket: "SHOP-1", commits: Array(reverts), message: message,
          help: RuleStory.advice(.partlyRevertedTicket))
      ])
  }

  @Test(arguments: [0, 3]) func `passes over what is whole, and over what is gone`(undone: Int) {
    #expect(Self.release(undone: undone).tickets(.partlyRevertedTicket).isEmpty)
  }

  @Test func `finds it whether it is planned or not`() {
    var release = Self.release(undone: 1)
    release.manifest?.tickets = []
    #expect(release.tickets(.partlyRevertedTicket) == ["SHOP-1"])
  }

  @Test func `names the reverts of what is undone, and not of what was done again`() {
    var release = Self.release(undone: 2)
    release.commit("redo", "Do it again")
    release.story.claims["redo"] = [.made(.reland, ids: ["a"])]
    #expect(release.found(by: .partlyRevertedTicket).map(\.commits) == [["undo-b"]])
  }
}
