import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

/// What the repository in memory says of what commits do to files.
struct ChangeTests {
  private static let author = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: 1_780_000_000))

  /// A line of commits, one for each version of a file.
  private func repository(_ versions: [[String]]) -> (InMemoryRepository, [ObjectID]) {
    let repository = InMemoryRepository()
    var ids: [ObjectID] = []
    for (number, lines) in versions.enumerated() {
      let tree = FileTree(files: ["cart.txt": lines])
      ids.append(repository.commit("\(number)\n", tree, parents: ids.suffix(1), author: Self.author))
    }
    return (repository, ids)
  }

  private static let start = (1...20).map { "line \($0)" }

  private static func start(_ changes: [Int: String]) -> [String] {
    start.enumerated().map { changes[$0.offset] ?? $0.element }
  }

  @Test(
    arguments: [
      ([:], Remains.none), ([5: "x"], .all), ([5: "y"], .replaced), ([5: "x", 15: "z"], .all),
      ([15: "x"], .some),
    ] as [([Int: String], Remains)])
  func `tells what is left of a changed line`(_ last: [Int: String], _ expected: Remains) throws {
    let (repository, ids) = repository([Self.start, Self.start([5: "x"]), Self.start(last)])
    let remains = try repository.remains(of: [ids[1]], in: ids[2]).remains
    #expect(remains == [ids[1]: expected])
  }

  @Test func `tells whose lines a commit takes away`() throws {
    let (repository, ids) = repository([
      Self.start, Self.start([5: "x"]), Self.start([5: "y"]), Self.start([5: "y", 15: "z"]), Self.start([15: "z"]),
    ])
    // Who had a line first is not asked: the last one brings back what the first one took away.
    let overwritten = try repository.overwritten(by: Array(ids.dropFirst()), removers: [])
    #expect(overwritten == [ids[1]: [ids[4]], ids[2]: [ids[1]], ids[4]: [ids[2]]])
  }

  @Test(
    arguments: [
      ([:], true), ([15: "z"], true), ([4: "y"], false),
    ] as [([Int: String], Bool)])
  func `takes for an inverse what turns a patch round`(_ other: [Int: String], _ expected: Bool) throws {
    var withBoth = other
    withBoth[5] = "x"
    let (repository, ids) = repository([Self.start, Self.start([5: "x"]), Self.start(withBoth), Self.start(other)])
    let inverses = try repository.inverses(of: [ids[1]], among: [ids[3]]).same
    #expect(inverses == (expected ? [ids[3]: [ids[1]]] : [:]))
  }

  @Test(
    arguments: [
      ([5: "x", 15: "z"], false), ([5: "x", 15: "other"], true), ([5: "x"], false),
    ] as [([Int: String], Bool)])
  func `tells what a merge has from none of its parents`(_ merged: [Int: String], _ isOwn: Bool) throws {
    let repository = InMemoryRepository()
    func commit(_ changes: [Int: String], _ parents: [ObjectID]) -> ObjectID {
      repository.commit(
        "x\n", FileTree(files: ["cart.txt": Self.start(changes)]), parents: parents, author: Self.author)
    }
    let root = commit([:], [])
    let merge = commit(merged, [commit([5: "x"], [root]), commit([15: "z"], [root])])
    let paths = try repository.ownChanges(ofMerges: [merge]).paths
    #expect(paths == (isOwn ? [merge: ["cart.txt"]] : [:]))
  }

  @Test func `takes a conflict that somebody resolved for no change of the merge's own`() throws {
    let repository = InMemoryRepository()
    func commit(_ line: String, _ parents: [ObjectID]) -> ObjectID {
      repository.commit("x\n", FileTree(files: ["cart.txt": [line]]), parents: parents, author: Self.author)
    }
    let root = commit("a", [])
    let merge = commit("both", [commit("left", [root]), commit("right", [root])])
    #expect(try repository.ownChanges(ofMerges: [merge]).paths.isEmpty)
  }

  @Test func `finds the commits that a squash has, whatever else it has`() throws {
    let (repository, ids) = repository([
      Self.start, Self.start([5: "x"]), Self.start([5: "x", 10: "y"]), Self.start([5: "x", 10: "y", 15: "z"]),
    ])
    func squash(_ changes: [Int: String]) -> ObjectID {
      let tree = FileTree(files: ["cart.txt": Self.start(changes), "version.txt": ["2.4.0"]])
      return repository.commit("squash\n", tree, parents: [ids[0]], author: Self.author)
    }
    let (two, none) = (squash([5: "x", 10: "y"]), squash([10: "y"]))
    let start = try repository.tree(of: ids[0]).id
    let squashed = try repository.squashed(Array(ids.dropFirst()), since: start, in: [two, none]).squashed
    #expect(squashed == [two: ids[2]])
  }
}
