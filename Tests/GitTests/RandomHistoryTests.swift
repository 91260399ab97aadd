import Fuzzing
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Histories that nobody would think of, from a fixed seed, beside a plain walk of everything.
struct RandomHistoryTests {
  enum Clock: CaseIterable, Sendable {
    /// Later for children, as usual.
    case right
    /// The same for many.
    case coarse
    /// Wrong by up to two hours.
    case jittering
    /// Anything between 1970 and 2100.
    case random
    /// Right, but for one in ten, which are of 1970 or 2099.
    case sometimesWrong

    func time(_ number: Int, _ random: inout RandomNumbers) -> Int64 {
      let usual = CommitGraph.start + Int64(number) * 1800
      switch self {
      case .right: return usual
      case .coarse: return CommitGraph.start + Int64(number / 7) * CommitGraph.day
      case .jittering: return usual + Int64.random(in: -7200...7200, using: &random)
      case .random: return Int64.random(in: 0...4_102_444_800, using: &random)
      case .sometimesWrong:
        guard Int.random(in: 0..<10, using: &random) == 0 else { return usual }
        return Bool.random(using: &random) ? Int64(number) : 4_070_908_800 + Int64(number)
      }
    }
  }

  private static func draw(_ clock: Clock, commits: Int, _ random: inout RandomNumbers) -> CommitGraph {
    var graph = CommitGraph()
    for number in 0..<commits {
      let roll = Int.random(in: 0..<20, using: &random)
      let count = number == 0 || roll == 0 ? 0 : roll < 14 ? 1 : roll < 19 ? 2 : 3
      var parents: [Int] = []
      for _ in 0..<count {
        // Mostly near the top, so that there are lines and not only a bush.
        let reach = Bool.random(using: &random) ? min(number, 4) : number
        let parent = number - 1 - Int.random(in: 0..<reach, using: &random)
        if !parents.contains(parent) { parents.append(parent) }
      }
      graph.add(parents, time: clock.time(number, &random))
    }
    return graph
  }

  @Test(arguments: Clock.allCases, CommitGraphKind.allCases)
  func `answers as a walk of everything does`(_ clock: Clock, _ kind: CommitGraphKind) async throws {
    var random = RandomNumbers(seed: 20_261_102)
    let graphs = (0..<60).map { _ in Self.draw(clock, commits: Int.random(in: 2...40, using: &random), &random) }
    let drawn = try await DrawnHistories(graphs)
    try await kind.write(drawn.ids, in: drawn.repository)
    let repository = try Repository(at: drawn.repository.path)
    for (graph, ids) in zip(graphs, drawn.ids) {
      let (base, release, other) = (
        Int.random(in: 0..<graph.count, using: &random), Int.random(in: 0..<graph.count, using: &random),
        Int.random(in: 0..<graph.count, using: &random)
      )
      let onBase = graph.ancestors(of: [base])
      let onRelease = graph.ancestors(of: [release])
      func set(_ numbers: Set<Int>) -> Set<ObjectID> { Set(numbers.map { ids[$0] }) }
      let history = try History(repository, base: ids[base], releases: [ids[release]])
      let range = try history.range()
      let difference = Set(range.commits.map(\.id))
      #expect(difference == set(onRelease.subtracting(onBase)))
      #expect(Set(range.baseOnly.map(\.id)) == set(onBase.subtracting(onRelease)))
      #expect(Set(range.mergeBases.map(\.id)) == set(graph.mergeBases(base, [release])))
      expectChildrenFirst(range.commits)
      expectChildrenFirst(range.baseOnly)

      let merge = graph.mergeOfRelease(release, into: base).map { ids[$0] }
      #expect(history.mergeOfRelease(into: ids[base]) == merge)
      for commit in ids.indices {
        #expect(try history.isOnBase(ids[commit]) == onBase.contains(commit))
        let isCommon = onBase.contains(commit) && onRelease.contains(commit)
        #expect(try history.common(withPrefix: "\(ids[commit])") == (isCommon ? ids[commit] : nil))
      }
      let elsewhere = graph.ancestors(of: [other])
      #expect(try history.reached(difference, from: ids[other]) == difference.intersection(set(elsewhere)))
      let only = try history.commits(onlyReachableFrom: ids[other])
      #expect(Set(only.map(\.id)) == set(elsewhere.subtracting(onBase).subtracting(onRelease)))
      expectChildrenFirst(only)
      // What other refs have changes nothing on the two sides.
      #expect(try Set(history.range().commits.map(\.id)) == difference)
      #expect(try repository.isAncestor(ids[other], of: ids[base]) == (onBase.contains(other) && other != base))
    }
    // It was not given up on the way.
    #expect(try (repository.commitGraph() == nil) == (kind == .none))
  }

  @Test(arguments: [Clock.right, .jittering, .sometimesWrong, .random], CommitGraphKind.allCases)
  func `tells the sides of a long history as git does`(_ clock: Clock, _ kind: CommitGraphKind) async throws {
    var random = RandomNumbers(seed: 9)
    let graph = Self.draw(clock, commits: 3000, &random)
    let drawn = try await DrawnHistories(graph)
    let pairs = [(2999, 2998), (2990, 2500), (1500, 2999)]
    // What git says without the file, which for git is right about sides of three dots whatever the clocks said.
    var sides: [(left: Set<ObjectID>, right: Set<ObjectID>)] = []
    for (base, release) in pairs { sides.append(try await drawn.sides(base, release)) }
    try await kind.write(drawn.ids, in: drawn.repository)
    let repository = try Repository(at: drawn.repository.path)
    for ((base, release), sides) in zip(pairs, sides) {
      let onBase = graph.ancestors(of: [base])
      let onRelease = graph.ancestors(of: [release])
      let range = try History(repository, base: drawn[base], releases: [drawn[release]]).range()
      #expect(Set(range.commits.map(\.id)) == sides.right)
      #expect(Set(range.baseOnly.map(\.id)) == sides.left)
      #expect(Set(range.commits.map(\.id)) == Set(onRelease.subtracting(onBase).map { drawn[$0] }))
      #expect(Set(range.baseOnly.map(\.id)) == Set(onBase.subtracting(onRelease).map { drawn[$0] }))
      #expect(Set(range.mergeBases.map(\.id)) == Set(graph.mergeBases(base, [release]).map { drawn[$0] }))
      let mergeBases = try await drawn.mergeBases(base, release)
      #expect(range.mergeBases.map(\.id) == mergeBases)
    }
    #expect(try (repository.commitGraph() == nil) == (kind == .none))
  }

  @Test func `does not read the whole of a long history`() async throws {
    var graph = CommitGraph()
    let shared = graph.line(900) { CommitGraph.start - 500 * CommitGraph.day + Int64($0) * CommitGraph.day / 2 }
    let base = graph.line(3, on: shared)
    let release = graph.line(3, on: shared)
    let drawn = try await DrawnHistories(graph)
    // With an early commit gone, a walk of everything would have a gap.
    try await drawn.repository.removeObject("\(drawn[100])")
    let history = try History(
      Repository(at: drawn.repository.path), base: drawn[base], releases: [drawn[release]])
    #expect(try history.range().commits.count == 3)
    #expect(history.gaps.isEmpty)
    #expect(try history.isOnBase(drawn[200]))
    #expect(try !history.isOnBase(drawn[release]))
  }
}
