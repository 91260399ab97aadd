import Foundation
import ReleaseScope
import TestSupport
import Testing

/// A history as a test draws it: commits by number, parents before children, all with the empty tree.
struct CommitGraph: Sendable {
  /// 2026-11-02 09:00:00 UTC in seconds since 1970.
  static let start: Int64 = 1_793_610_000
  static let hour: Int64 = 3600
  static let day: Int64 = 86_400

  private(set) var parents: [[Int]] = []
  private(set) var times: [Int64] = []

  var count: Int { parents.count }

  /// Adds a commit and returns its number. Without a time it is committed one minute after the commit before it.
  @discardableResult
  mutating func add(_ parents: Int..., time: Int64? = nil) -> Int {
    add(parents, time: time)
  }

  @discardableResult
  mutating func add(_ parents: [Int], time: Int64? = nil) -> Int {
    self.parents.append(parents)
    times.append(time ?? Self.start + 60 * Int64(count))
    return count - 1
  }

  /// Adds a line of `length` commits on top of `parent`, or from a root, and returns the number of the last.
  mutating func line(_ length: Int, on parent: Int? = nil, time: (Int) -> Int64? = { _ in nil }) -> Int {
    var tip = parent
    for step in 0..<length { tip = add(tip.map { [$0] } ?? [], time: time(step)) }
    return tip ?? 0
  }

  /// All that `tips` reach, themselves included.
  func ancestors(of tips: [Int]) -> Set<Int> {
    var reached: Set<Int> = []
    var pending = tips
    while let commit = pending.popLast() {
      if reached.insert(commit).inserted { pending += parents[commit] }
    }
    return reached
  }

  /// The common ancestors that no other common ancestor reaches.
  func mergeBases(_ base: Int, _ releases: [Int]) -> Set<Int> {
    let common = ancestors(of: [base]).intersection(ancestors(of: releases))
    return common.subtracting(ancestors(of: common.flatMap { parents[$0] }))
  }

  /// The commit of the first-parent line of `base` that brought `release` in; `nil` if the release is on that line.
  func mergeOfRelease(_ release: Int, into base: Int) -> Int? {
    var found: Int?
    var next: Int? = base
    while let commit = next, ancestors(of: [commit]).contains(release) {
      if commit == release { return nil }
      found = commit
      next = parents[commit].first
    }
    return found
  }
}

/// Histories in one repository.
struct DrawnHistories {
  let repository: GitRepository
  /// For each history, the ids of its commits by number.
  let ids: [[ObjectID]]

  init(_ graphs: [CommitGraph]) async throws {
    repository = try await GitRepository()
    var stream = ""
    var marks = 0
    for (history, graph) in graphs.enumerated() {
      let first = marks + 1
      for (number, parents) in graph.parents.enumerated() {
        marks += 1
        if parents.isEmpty { stream += "reset refs/heads/drawn\n\n" }
        let message = "commit \(number) of history \(history)"
        stream +=
          "commit refs/heads/drawn\nmark :\(marks)\ncommitter Dana <dana@example.com> \(graph.times[number]) +0000\n"
        stream += "data \(message.utf8.count)\n\(message)\n"
        for (place, parent) in parents.enumerated() {
          stream += "\(place == 0 ? "from" : "merge") :\(first + parent)\n"
        }
        stream += "\n"
      }
    }
    let file = repository.folder.path + "/marks"
    try await repository.git("fast-import", "--quiet", "--force", "--export-marks=\(file)", input: stream)
    var byMark: [Int: ObjectID] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ")
      let mark = try #require(Int(parts[0].dropFirst()))
      byMark[mark] = ObjectID(String(parts[1]))
    }
    var next = 0
    ids = try graphs.map { graph in
      try (0..<graph.count).map { _ in
        next += 1
        return try #require(byMark[next])
      }
    }
  }

  init(_ graph: CommitGraph) async throws {
    try await self.init([graph])
  }

  /// The ids of commits of the first history.
  subscript(_ number: Int) -> ObjectID { ids[0][number] }

  /// What git says is on the left and on the right of `A...B`.
  func sides(_ left: Int, _ right: Int) async throws -> (left: Set<ObjectID>, right: Set<ObjectID>) {
    let text = try await repository.git("rev-list", "--left-right", "\(self[left])...\(self[right])")
    let lines = text.split(separator: "\n")
    func ids(_ mark: Character) -> Set<ObjectID> {
      Set(lines.filter { $0.first == mark }.compactMap { ObjectID(String($0.dropFirst())) })
    }
    return (ids("<"), ids(">"))
  }

  func mergeBases(_ left: Int, _ right: Int) async throws -> [ObjectID] {
    let result = try await repository.run(["merge-base", "--all", "\(self[left])", "\(self[right])"])
    return result.output.split(separator: "\n").compactMap { ObjectID(String($0)) }.sorted()
  }
}

/// Expects that no parent comes before one of its children.
func expectChildrenFirst(_ commits: CommitList, sourceLocation: SourceLocation = #_sourceLocation) {
  let places = Dictionary(commits.enumerated().map { ($1.id, $0) }) { first, _ in first }
  for (place, commit) in commits.enumerated() {
    let isFirst = commit.parents.allSatisfy { places[$0].map { $0 > place } ?? true }
    #expect(isFirst, "\(commit.id) comes after one of its parents", sourceLocation: sourceLocation)
  }
}
