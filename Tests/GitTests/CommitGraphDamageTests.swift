import Fuzzing
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Commit-graph files that are damaged, stale or forged: none of them hides a commit of the release.
struct CommitGraphDamageTests {
  /// A release with a feature that was begun long ago and merged late, an octopus, and clocks of 2099.
  private struct Story {
    let graph: CommitGraph
    let forkOfFeature, feature, mergeBase, release, base: Int

    init() {
      var graph = CommitGraph()
      forkOfFeature = graph.line(3)
      feature = graph.line(2, on: forkOfFeature)
      let main = graph.add(graph.line(4, on: forkOfFeature), time: 4_294_967_296 + 5)
      mergeBase = graph.add(graph.line(2, on: main), graph.add(main), graph.add(main))
      let merge = graph.add(graph.line(2, on: mergeBase), feature)
      release = graph.add(graph.add(merge), graph.add(merge), graph.add(merge))
      base = graph.line(3, on: mergeBase)
      self.graph = graph
    }
  }

  private struct Fixture {
    let story = Story()
    let drawn: DrawnHistories
    let file: CommitGraphBytes

    init() async throws {
      drawn = try await DrawnHistories(story.graph)
      try await CommitGraphKind.single.write(drawn.ids, in: drawn.repository)
      file = try CommitGraphBytes(in: drawn.repository.path)
    }

    func ids(_ numbers: Set<Int>) -> Set<ObjectID> { Set(numbers.map { drawn[$0] }) }

    func position(_ number: Int) throws -> UInt32 { try #require(file.position(drawn[number])) }

    /// - Returns: What the walk finds with the file, and whether the file was in use at the end.
    func walk(with file: CommitGraphBytes) throws -> (range: CommitRange, isUsed: Bool) {
      try file.write(in: drawn.repository.path)
      let repository = try Repository(at: drawn.repository.path)
      let range = try History(repository, base: drawn[story.base], releases: [drawn[story.release]]).range()
      return (range, try repository.commitGraph() != nil)
    }

    /// Expects the range to be exact.
    func expectExact(_ file: CommitGraphBytes, isUsed: Bool, _ comment: Comment) throws {
      let found = try walk(with: file)
      let onBase = story.graph.ancestors(of: [story.base])
      let onRelease = story.graph.ancestors(of: [story.release])
      #expect(Set(found.range.commits.map(\.id)) == ids(onRelease.subtracting(onBase)), comment)
      #expect(Set(found.range.baseOnly.map(\.id)) == ids(onBase.subtracting(onRelease)), comment)
      #expect(found.range.mergeBases.map(\.id) == [drawn[story.mergeBase]], comment)
      #expect(found.isUsed == isUsed, comment)
    }
  }

  @Test func `uses the file that git wrote`() async throws {
    let fixture = try await Fixture()
    try fixture.expectExact(fixture.file, isUsed: true, "as it is")
    // git does not look at the checksum either, nor at chunks that it does not know.
    var file = fixture.file
    file.bytes[file.bytes.count - 1] ^= 1
    try fixture.expectExact(file, isUsed: true, "checksum")
    #expect(file.chunks.contains("EDGE"))
    #expect(file.chunks.contains("GDO2"))
  }

  private struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout CommitGraphBytes) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout CommitGraphBytes) -> Void) {
      testDescription = name
      self.change = change
    }

    static func chunk(_ name: String, _ change: @escaping @Sendable (inout CommitGraphBytes, Int) -> Void) -> Change {
      Change(name) { file in
        let start = file.start(name)
        change(&file, start)
      }
    }

    static let all: [Change] =
      [
        Change("one byte") { $0.bytes = [67] },
        Change("the head alone") { $0.bytes = Array($0.bytes[..<8]) },
        Change("no signature") { $0.bytes[0] = 0 },
        Change("version 2") { $0.bytes[4] = 2 },
        Change("an unknown hash") { $0.bytes[5] = 9 },
        Change("another hash") { $0.bytes[5] = 2 },
        Change("no chunks") { $0.bytes[6] = 0 },
        Change("255 chunks") { $0.bytes[6] = 255 },
        Change("one chunk less") { $0.bytes[6] -= 1 },
        Change("files below that it does not name") { $0.bytes[7] = 3 },
        Change("a chunk beyond the end") { $0.setWord(8 + 12 + 8, .max) },
        Change("a chunk beyond any end") { $0.setWord(8 + 12 + 4, .max) },
        Change("a chunk in the head") { $0.setWord(8 + 8, 4) },
        Change("chunks that fall") { $0.setWord(8 + 24 + 8, $0.word(8 + 8)) },
        Change("no end of the chunks") { file in file.setWord(8 + 12 * file.chunkCount, 1) },
        Change("a chunk twice") { $0.setWord(8 + 12, $0.word(8)) },
        Change("no ids") { $0.setWord(8 + 12, 0x4141_4141) },
        Change("no parents") { file in
          file.setWord(8 + 12 * (file.chunks.firstIndex(of: "CDAT") ?? 0), 0x4141_4141)
        },
        .chunk("OIDF") { $0.setWord($1 + 4, .max) },
        .chunk("OIDF") { $0.setWord($1 + 1020, $0.word($1 + 1020) + 1) },
        .chunk("OIDF") { $0.setWord($1 + 1020, 0) },
        Change("all zeros after the head") { file in
          for place in 8..<file.bytes.count { file.bytes[place] = 0 }
        },
      ]
      + stride(from: 2, to: 3000, by: 61).map { length in
        Change("all but \(length) bytes") { $0.bytes.removeLast(min(length, $0.bytes.count - 1)) }
      }
  }

  @Test func `does without a file whose form is wrong`() async throws {
    let fixture = try await Fixture()
    for change in Change.all {
      var file = fixture.file
      change.change(&file)
      try fixture.expectExact(file, isUsed: false, "\(change.testDescription)")
    }
    try fixture.expectExact(CommitGraphBytes([]), isUsed: false, "empty")
  }

  @Test func `gives up a file in which an entry leads nowhere`() async throws {
    let fixture = try await Fixture()
    let (release, feature) = (try fixture.position(fixture.story.release), try fixture.position(fixture.story.feature))
    func expectGivenUp(_ comment: Comment, _ change: (inout CommitGraphBytes) -> Void) throws {
      var file = fixture.file
      change(&file)
      try fixture.expectExact(file, isUsed: false, comment)
    }
    for beyond in [UInt32(fixture.file.count), 0x6FFF_FFFF, 0x7000_0001, .max] {
      try expectGivenUp("first parent \(beyond)") { $0.setWord($0.parents(feature), beyond) }
      try expectGivenUp("second parent \(beyond)") { $0.setWord($0.parents(feature) + 4, beyond) }
    }
    try expectGivenUp("second parent without a first") { file in
      file.setWord(file.parents(feature), 0x7000_0000)
      file.setWord(file.parents(feature) + 4, release)
    }
    try expectGivenUp("a list of parents without an end") { file in
      for offset in stride(from: file.start("EDGE"), to: file.start("EDGE") + 16, by: 4) {
        file.setWord(offset, file.word(offset) & 0x7FFF_FFFF)
      }
    }
    try expectGivenUp("a parent in the list that is none") { $0.setWord($0.start("EDGE"), 0x00FF_FFFF) }
    try expectGivenUp("a list that two commits have") { file in
      let list = file.word(file.parents(release) + 4)
      file.setWord(file.parents(feature) + 4, list)
    }
    try expectGivenUp("level 0") { $0.setWord($0.parents(feature) + 8, 0) }
    try expectGivenUp("a corrected date that is nowhere") {
      $0.setWord($0.start("GDA2") + 4 * Int(release), 0x8000_00FF)
    }
    try expectGivenUp("a corrected date beyond all numbers") { file in
      for offset in 0..<8 { file.bytes[file.start("GDO2") + offset] = 0xFF }
    }
    try expectGivenUp("a generation that is not greater than that of a parent") { file in
      file.setWord(file.start("GDA2") + 4 * Int(release), 0)
    }
  }

  /// Forged so that the generations fit: only the objects can tell.
  @Test func `gives up a file that lies about parents`() async throws {
    let fixture = try await Fixture()
    let story = fixture.story
    let feature = try fixture.position(story.feature)
    // The release has nothing but what both have.
    var file = fixture.file
    file.setWord(file.parents(try fixture.position(story.release)), try fixture.position(story.mergeBase))
    file.setWord(file.parents(try fixture.position(story.release)) + 4, 0x7000_0000)
    try fixture.expectExact(file, isUsed: false, "of the release")
    // The base has merged the feature, too.
    file = fixture.file
    file.setWord(file.parents(try fixture.position(story.base)) + 4, feature)
    try fixture.expectExact(file, isUsed: false, "of the base")
    // The merge base has: neither side's own commits are touched.
    file = fixture.file
    file.setWord(file.parents(try fixture.position(story.mergeBase)) + 4, feature)
    try fixture.expectExact(file, isUsed: false, "of what both have")
    // The base has merged the whole release.
    file = fixture.file
    let base = try fixture.position(story.base)
    file.setWord(file.parents(base) + 4, try fixture.position(story.release))
    file.setWord(file.start("GDA2") + 4 * Int(base), 0x7FFF_FFFF)
    try fixture.expectExact(file, isUsed: false, "of the base, all")
  }

  @Test func `gives up a file that has other dates or other ids`() async throws {
    let fixture = try await Fixture()
    let release = try fixture.position(fixture.story.release)
    var file = fixture.file
    file.setWord(file.parents(release) + 12, file.word(file.parents(release) + 12) - 1)
    try fixture.expectExact(file, isUsed: false, "a date")
    // The tip is still found; one of its ancestors is called something else.
    file = fixture.file
    let feature = try fixture.position(fixture.story.feature)
    file.bytes[file.start("OIDL") + 20 * Int(feature) + 19] ^= 1
    try fixture.expectExact(file, isUsed: false, "an id")
  }

  /// git ignores that, too, until `git commit-graph verify` is run; with the objects gone the answer is the same.
  @Test func `takes the parents of commits that are gone from the file, but for those of a side`() async throws {
    let fixture = try await Fixture()
    try await fixture.drawn.repository.removeObject("\(fixture.drawn[0])")
    try fixture.expectExact(fixture.file, isUsed: true, "far below")
    let lost = fixture.drawn[fixture.story.feature]
    try await fixture.drawn.repository.removeObject("\(lost)")
    let history = try History(
      Repository(at: fixture.drawn.repository.path), base: fixture.drawn[fixture.story.base],
      releases: [fixture.drawn[fixture.story.release]])
    #expect(Set(history.gaps.missing) == [lost, fixture.drawn[0]])
  }

  @Test func `hides nothing of the release, whatever is damaged`() async throws {
    let fixture = try await Fixture()
    var random = RandomNumbers(seed: 11)
    let onBase = fixture.story.graph.ancestors(of: [fixture.story.base])
    let expected = fixture.ids(fixture.story.graph.ancestors(of: [fixture.story.release]).subtracting(onBase))
    let positions = UInt32(fixture.file.count)
    var used = 0
    for round in 0..<1000 {
      var file = fixture.file
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // Mostly in the entries, where the form stays right.
        let from = round.isMultiple(of: 4) ? 0 : file.start("CDAT")
        let place = Int.random(in: from..<(file.bytes.count - 4), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: file.bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: file.bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: file.setWord(place & ~3, UInt32.random(in: 0...positions, using: &random))
        }
      }
      let found = try fixture.walk(with: file)
      used += found.isUsed ? 1 : 0
      let hidden = expected.subtracting(found.range.commits.map(\.id))
      #expect(hidden.isEmpty, "round \(round)")
    }
    #expect(used > 100 && used < 900)
  }
}
