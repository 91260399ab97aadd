import ReleaseScope
import Testing

struct UnmergedWorkTests {
  private static func release(_ branch: String, _ commits: [String], isBase: Bool = false) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2")
    release.commit("a", "SHOP-1 Cart")
    release.gather = {
      $0.documents.releaseName = "release/2.4"
      let work = UnmergedWork(branch: branch, commits: commits.map(Story.id), isBase: isBase)
      $0.elsewhere.unmergedWork = [RuleStory.key("SHOP-2"): work, RuleStory.key("SHOP-1"): work]
    }
    return release
  }

  @Test func `finds a planned ticket whose work waits elsewhere, with the command that merges it`() {
    #expect(
      Self.release("origin/search", ["x", "y"]).found(by: .unmergedWork) == [
        .init(
          severity: .error, ticket: "SHOP-2", commits: ["x", "y"],
          message: "SHOP-2 is planned and its work is only on 'origin/search' (2 commits)",
          help: "run: git switch release/2.4 && git merge origin/search")
      ])
  }

  @Test func `counts one commit as one`() {
    let found = Self.release("origin/search", ["x"]).found(by: .unmergedWork)
    #expect(found.map(\.message) == ["SHOP-2 is planned and its work is only on 'origin/search' (1 commit)"])
  }

  @Test func `says that the base has the work already`() {
    let found = Self.release("main", ["x"], isBase: true).found(by: .unmergedWork)
    #expect(found.map(\.help) == ["it is on the base already: run: git merge main"])
  }

  @Test func `quotes a branch that a shell would not leave alone`() {
    let found = Self.release("wip; reboot's", ["x"]).found(by: .unmergedWork)
    #expect(found.map(\.help) == ["run: git switch release/2.4 && git merge 'wip; reboot'\\''s'"])
  }

  @Test func `quotes a branch that a command would take for an option`() {
    let found = Self.release("--force", ["x"]).found(by: .unmergedWork)
    #expect(found.map(\.help) == ["run: git switch release/2.4 && git merge '--force'"])
  }
}
