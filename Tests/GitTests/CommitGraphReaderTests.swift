import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// What is read from the files that git writes.
struct CommitGraphReaderTests {
  /// An octopus, several roots, and children older than their parents, by more than 31 bits can say too.
  static let graph: CommitGraph = {
    var graph = CommitGraph()
    let shared = graph.line(4)
    let late = graph.add(shared, time: 4_294_967_296 + 5)
    let arms = (0..<7).map { graph.line($0 % 3 + 1, on: shared) }
    let octopus = graph.add(arms + [late], time: 60)
    graph.add(graph.line(3, on: octopus), graph.line(2))
    return graph
  }()

  /// What the format says a generation is.
  private static func generations(corrected: Bool) -> [UInt64] {
    var generations: [UInt64] = []
    for (parents, time) in zip(graph.parents, graph.times) {
      let next = (parents.map { generations[$0] }.max() ?? 0) + 1
      generations.append(corrected ? max(UInt64(time), next) : next)
    }
    return generations
  }

  @Test(arguments: CommitGraphKind.allCases)
  func `reads parents, dates and generations as they are`(_ kind: CommitGraphKind) async throws {
    let drawn = try await DrawnHistories(Self.graph)
    try await kind.write(drawn.ids, in: drawn.repository)
    let found = try Repository(at: drawn.repository.path).commitGraph()
    guard kind != .none else {
      #expect(found == nil)
      return
    }
    let chain = try #require(found)
    #expect(chain.hasCorrectedDates == (kind != .levels && kind != .mixed))
    let generations = Self.generations(corrected: chain.hasCorrectedDates)
    var positions: Set<UInt32> = []
    for (number, id) in drawn.ids[0].enumerated() {
      guard let position = chain.position(of: id) else {
        #expect(kind == .partial)
        continue
      }
      positions.insert(position)
      #expect(chain.id(at: position) == id)
      var parents: [UInt32] = []
      let entry = try #require(chain.entry(at: position, parents: &parents))
      #expect(parents.map(chain.id) == Self.graph.parents[number].map { drawn[$0] })
      #expect(entry.time == Self.graph.times[number])
      #expect(entry.generation == generations[number])
    }
    #expect(positions.count == chain.count)
    #expect((chain.count < Self.graph.count) == (kind == .partial))
    let missing = try #require(ObjectID(String(repeating: "0", count: 40)))
    #expect(chain.position(of: missing) == nil)
  }

  /// libgit2 opens no such repository yet; the file can be read all the same.
  @Test func `reads the file of a repository with SHA-256`() async throws {
    let repository = try await GitRepository(objectFormat: "sha256")
    try await repository.commit("Start")
    try await repository.checkout(new: "side")
    try await repository.commit("Beside")
    try await repository.checkout("main")
    try await repository.commit("Go on")
    try await repository.merge("side")
    try await repository.git("commit-graph", "write", "--reachable", "--no-progress")
    let file = try #require(FileBytes(path: CommitGraphBytes.path(in: repository.path)))
    let layer = try #require(CommitGraphLayer(file))
    #expect(layer.format == .sha256)
    func name(_ place: Int) -> String { layer.idBytes(place).map { String(format: "%02x", $0) }.joined() }
    var lines: Set<String> = []
    for place in 0..<layer.count {
      var parents: [UInt32] = []
      let entry = try #require(layer.entry(place, below: UInt32(layer.count), parents: &parents))
      #expect(entry.correctedDate.map { $0 >= UInt64(entry.time) } == true)
      lines.insert(([name(place)] + parents.map { name(Int($0)) }).joined(separator: " "))
    }
    let git = try await repository.git("rev-list", "--parents", "main")
    #expect(lines == Set(git.split(separator: "\n").map(String.init)))
    // It is not taken for one of this repository.
    #expect(CommitGraphChain(in: ["\(repository.path)/.git/objects"]) == nil)
  }

  @Test(arguments: [CommitGraphKind.single, .split])
  func `finds the file of the repository that objects are borrowed from`(_ kind: CommitGraphKind) async throws {
    let drawn = try await DrawnHistories(Self.graph)
    try await kind.write(drawn.ids, in: drawn.repository)
    try await drawn.repository.git("update-ref", "refs/heads/main", "\(drawn[Self.graph.count - 1])")
    let shared = try await drawn.repository.clone(shared: true)
    let copy = try await shared.clone(bare: true, shared: true)
    for path in [shared.path, copy.path] {
      #expect(try Repository(at: path).commitGraph()?.count == Self.graph.count)
    }
    // One of its own comes first, and its layers may build on those that are borrowed.
    try await shared.commit("Go on")
    let options = kind == .split ? ["--split=no-merge"] : []
    try await shared.git(["commit-graph", "write", "--reachable", "--no-progress"] + options)
    #expect(try Repository(at: shared.path).commitGraph()?.count == Self.graph.count + 1)
  }

  @Test func `uses as much of a chain as is there`() async throws {
    let drawn = try await DrawnHistories(Self.graph)
    try await CommitGraphKind.split.write(drawn.ids, in: drawn.repository)
    let folder = "\(drawn.repository.path)/.git/objects/info/commit-graphs"
    let names = try String(contentsOfFile: "\(folder)/commit-graph-chain", encoding: .utf8).split(separator: "\n")
    #expect(names.count == 3)
    let whole = try #require(try Repository(at: drawn.repository.path).commitGraph())
    // The second is not what the third builds on.
    try names[0...0].joined(separator: "\n").appending("\n\(names[2])\n")
      .write(toFile: "\(folder)/commit-graph-chain", atomically: true, encoding: .utf8)
    let lowest = try #require(try Repository(at: drawn.repository.path).commitGraph())
    #expect(lowest.count < whole.count)
    #expect(lowest.count > 0)
    try "\(names[0])\nno name\n".write(toFile: "\(folder)/commit-graph-chain", atomically: true, encoding: .utf8)
    #expect(try Repository(at: drawn.repository.path).commitGraph()?.count == lowest.count)
    try FileManager.default.removeItem(atPath: "\(folder)/graph-\(names[0]).graph")
    #expect(try Repository(at: drawn.repository.path).commitGraph() == nil)
  }

  @Test func `leaves the file alone where git does`() async throws {
    let drawn = try await DrawnHistories(Self.graph)
    let repository = drawn.repository
    try await CommitGraphKind.single.write(drawn.ids, in: repository)
    func isUsed() throws -> Bool { try Repository(at: repository.path).commitGraph() != nil }
    #expect(try isUsed())
    try await repository.git("config", "core.commitGraph", "false")
    #expect(try !isUsed())
    try await repository.git("config", "--unset", "core.commitGraph")
    try await repository.git("replace", "\(drawn[5])", "\(drawn[4])")
    #expect(try !isUsed())
    try await repository.git("replace", "--delete", "\(drawn[5])")
    #expect(try isUsed())
    try repository.write(".git/info/grafts", "\(drawn[5])\n")
    #expect(try !isUsed())
    try repository.write(".git/info/grafts", "")
    try repository.write(".git/shallow", "\(drawn[5])\n")
    #expect(try !isUsed())
    let range = try History(Repository(at: repository.path), base: drawn[0], releases: [drawn[Self.graph.count - 1]])
    #expect(range.gaps.shallow == [drawn[5]])
  }
}
