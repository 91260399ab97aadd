import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Which commits take which back: `git revert` is the reference.
struct InverseTests {
  typealias Change = PatchComparisonTests.Change

  static let lines = Change.lines

  // To set one of them up again is to change nothing.
  @Test(arguments: Change.all.filter { !["nothing", "other modes"].contains($0.testDescription) })
  func `finds what git reverted, with whatever came between`(_ change: Change) async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": Self.lines, "README.md": "# Shop\n"])
    try await change.setUp(repository)
    try await repository.commitAll("Set up")
    try await change.left(repository)
    let earlier = try await repository.commitAll("Change")
    // Modes and submodules are in the index alone.
    try await repository.git("reset", "--quiet", "--hard")
    let other = try #require(
      ObjectID(try await repository.commit("Go on", files: ["README.md": "# Shop\nmore\n"])))
    let revert = try #require(ObjectID(try await repository.revert("\(earlier)")))
    let opened = try Repository(at: repository.path)
    let found = try PatchComparison([revert], [other, earlier], .inverse, in: opened)
    #expect(found.same == [revert: [earlier]])
    #expect(found.unreadable.isEmpty)
    #expect(try PatchComparison([earlier], [revert], .inverse, in: opened).same == [earlier: [revert]])
    #expect(try PatchComparison([revert], [earlier], in: opened).same.isEmpty)
  }

  @Test func `finds a revert among lines that moved and changed since`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": Self.lines])
    let earlier = try await repository.commitAll(
      "Change", writing: ["cart.js": Self.lines.replacing("line 20\n", with: "line XX\nline YY\n")])
    let between = try await repository.commitAll(
      "Go on", writing: ["cart.js": "first\n" + Self.lines.replacing("line 20\n", with: "line XX\nline YY\n")])
    let revert = try #require(ObjectID(try await repository.revert("\(earlier)")))
    let found = try PatchComparison([revert], [between, earlier], .inverse, in: Repository(at: repository.path))
    #expect(found.same == [revert: [earlier]])
  }

  @Test func `finds no revert in what changes something else, or nothing`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": Self.lines])
    let earlier = try await repository.commitAll("Change", writing: ["cart.js": Self.lines + "more\nyet more\n"])
    let part = try await repository.commitAll("Less", writing: ["cart.js": Self.lines + "more\n"])
    let further = try await repository.commitAll("Least", writing: ["cart.js": Self.lines, "note": "1\n"])
    let empty = try await repository.commitAll("Nothing")
    let found = try PatchComparison(
      [part, further, empty], [earlier, empty], .inverse, in: Repository(at: repository.path))
    #expect(found.same.isEmpty)
    #expect(found.unreadable.isEmpty)
  }

  @Test func `tells what changes something from what does not and what is not here`() async throws {
    let repository = try await GitRepository()
    let first = try #require(ObjectID(try await repository.commit("Start", files: ["cart.js": Self.lines])))
    let empty = try await repository.commitAll("Nothing")
    let last = try await repository.commitAll("Change", writing: ["cart.js": Self.lines + "more\n"])
    let lost = ObjectID(high: 1, middle: 2, low: 3)
    let (changing, unreadable) = try Repository(at: repository.path).changing([last, lost, empty, first])
    #expect(changing == [last, first])
    #expect(unreadable == [lost])
  }

  @Test func `finds the revert of a merge, and the revert of that`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": Self.lines])
    try await repository.checkout(new: "side")
    try await repository.commitAll("One", writing: ["side.js": "1\n"])
    try await repository.commitAll("Two", writing: ["side.js": "1\n2\n", "cart.js": Self.lines + "end\n"])
    try await repository.checkout("main")
    try await repository.commitAll("Main", writing: ["README.md": "# Shop\n"])
    let merge = try #require(ObjectID(try await repository.merge("side")))
    let revert = try #require(ObjectID(try await repository.revert("\(merge)", mainline: 1)))
    let again = try #require(ObjectID(try await repository.revert("\(revert)")))
    let found = try PatchComparison(
      [revert, again], [again, revert, merge], .inverse, in: Repository(at: repository.path))
    #expect(found.same == [revert: [again, merge], again: [revert]])
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func `says which commits a partial clone cannot compare`(filter: String) async throws {
    let original = try await GitRepository()
    try await original.commit("Start", files: ["cart.js": "old\n"])
    let earlier = try await original.commitAll("Change", writing: ["cart.js": "new\n"])
    let exact = try await original.commitAll("Take it back", writing: ["cart.js": "old\n"])
    let other = try await original.commitAll("Change three", writing: ["cart.js": "newer\n"])
    let clone = try await original.clone(filter: filter)
    let found = try PatchComparison([exact, other], [earlier], .inverse, in: Repository(at: clone.path))
    // The trees alone say that the one is an exact inverse.
    #expect(found.same == (filter == "blob:none" ? [exact: [earlier]] : [:]))
    // Without trees nothing is known of the one that the others could match, and they are not looked at.
    #expect(found.unreadable.contains(other) == (filter == "blob:none"))
    #expect(found.unreadable.contains(earlier))
  }
}
