import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Comparisons that are large enough for several threads, and for what is kept, have the same answers in all ways.
struct ManyPicksTests {
  /// A release with every other change of main, on top of a line of its own in each file; some have other words.
  private struct Picks {
    static let count = 600
    static let files = 25

    let repository: GitRepository
    let main: [ObjectID]
    let release: [ObjectID]

    init() async throws {
      repository = try await GitRepository()
      var stream = ""
      var time = CommitGraph.start
      func commit(_ branch: String, _ parent: String?, _ changes: [String: [String]]) {
        time += 60
        let message = "SHOP-1 Change no. \(time)\n"
        stream += "commit refs/heads/\(branch)\ncommitter Dana <dana@example.com> \(time) +0000\n"
        stream += "data \(message.utf8.count)\n\(message)\n"
        if let parent { stream += "from \(parent)\n" }
        for (path, lines) in changes.sorted(by: { $0.key < $1.key }) {
          let text = lines.joined(separator: "\n") + "\n"
          stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
        }
        stream += "\n"
      }
      var texts: [String: [String]] = [:]
      for file in 0..<Self.files { texts["part/\(file).txt"] = (1...120).map { "line \($0) of \(file)" } }
      commit("main", nil, texts)
      var released = texts.mapValues { ["the release has its own line"] + $0 }
      commit("release", "refs/heads/main", released)
      for number in 0..<Self.count {
        let (path, line) = ("part/\(number % Self.files).txt", 4 * (number / Self.files) + 4)
        texts[path]?[line] = "value \(number)"
        commit("main", nil, [path: texts[path] ?? []])
        guard number.isMultiple(of: 2) else { continue }
        released[path]?[line + 1] = number.isMultiple(of: 6) ? "value \(number) as it is here" : "value \(number)"
        commit("release", nil, [path: released[path] ?? []])
      }
      try await repository.git("fast-import", "--quiet", input: stream)
      main = try await Self.ids("release~301..main", in: repository)
      release = Array(try await Self.ids("main..release", in: repository).dropFirst())
    }

    private static func ids(_ range: String, in repository: GitRepository) async throws -> [ObjectID] {
      try await repository.git("rev-list", "--reverse", range).split(separator: "\n").compactMap {
        ObjectID(String($0))
      }
    }

    /// By the numbers of the changes.
    var expected: [ObjectID: [ObjectID]] {
      var same: [ObjectID: [ObjectID]] = [:]
      for (place, commit) in release.enumerated() where !place.isMultiple(of: 3) { same[commit] = [main[2 * place]] }
      return same
    }
  }

  @Test func `are the same with one thread and with two, with a commit-graph, and with what was kept`() async throws {
    let picks = try await Picks()
    #expect(picks.main.count == Picks.count)
    #expect(picks.release.count == Picks.count / 2)
    var isFirst = true
    for hasGraph in [false, true] {
      if hasGraph {
        try await picks.repository.git("commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")
      }
      for keeps in [false, true] {
        for threads in [1, 2] {
          let repository = try Repository(at: picks.repository.path)
          repository.threads = threads
          repository.keepsPatches = keeps
          let comparison = try PatchComparison(picks.release, picks.main, in: repository)
          #expect(comparison.same == picks.expected, "\(threads) threads, graph \(hasGraph), kept \(keeps)")
          #expect(comparison.unreadable.isEmpty)
          #expect((repository.keptPatches.count < KeptPatches.fewest) == (keeps && !isFirst))
          repository.savePatches()
          if keeps { isFirst = false }
        }
      }
    }
  }
}
