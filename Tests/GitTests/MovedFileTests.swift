import Commits
import TestSupport
import Testing

@testable import Git

/// Commits whose files a tree has elsewhere, and so many that not all can be looked at.
struct MovedFileTests {
  @Test(arguments: [(90, Remains.all), (110, nil as Remains?)])
  func `looks into all new files, or into those of the same name where there are many`(
    count: Int, remains: Remains?
  ) async throws {
    let repository = try await GitRepository()
    let lines = RemainsTests.lines
    try await repository.commit("Start", files: ["a": lines, "d/b": lines])
    let renamed = try await repository.commitAll("Change a", writing: ["a": lines + "x\n"])
    let moved = try await repository.commitAll("Change b", writing: ["d/b": lines + "y\n"])
    try await repository.git("rm", "-q", "a", "d/b")
    var files = ["z": lines + "0\nx\n", "e/b": lines + "0\ny\n"]
    for number in 0..<count { files["new/\(number)"] = "line \(number) of its own\n" }
    let now = try await repository.commit("Move them", files: files)
    let opened = try Repository(at: repository.path)
    let tree = try #require(ObjectID(now))
    let found = try opened.remainsByPath(of: [renamed, moved], in: tree).remains
    #expect(found[renamed] == [remains])
    #expect(found[moved] == [.all])
  }

  @Test(arguments: [
    (["d/z"], Remains.all), (["d/z", "e/y"], nil as Remains?), (["d/b"], .all), (["d/b", "e/b"], nil),
  ])
  func `looks into new files, or into those of the same name, where that is not much to read`(
    paths: [String], remains: Remains?
  ) async throws {
    let repository = try await GitRepository()
    let lines = RemainsTests.lines
    try await repository.commit("Start", files: ["b": lines])
    let work = try await repository.commitAll("Change b", writing: ["b": lines + "y\n"])
    try await repository.git("rm", "-q", "b")
    let padding = String(repeating: "a line of its own\n", count: 180_000)
    var files = ["f/b": lines + "0\n"]
    for path in paths { files[path] = lines + "y\n" + padding }
    let now = try #require(ObjectID(try await repository.commit("Move it", files: files)))
    let found = try Repository(at: repository.path).remainsByPath(of: [work], in: now).remains
    #expect(found[work] == [remains])
  }

  /// A file that is new since the first commit, and is there with the second.
  @Test func `tells the same in whatever order commits are asked about, and with any number of threads`() async throws {
    let repository = try await GitRepository()
    var work = [try await repository.commitAll("One", writing: ["d0/p": RemainsTests.lines])]
    try await repository.commit("Another", files: ["m/p": RemainsTests.lines])
    for number in 1...40 {
      work.append(try await repository.commitAll("Work \(number)", writing: ["d\(number)/p": "\(number)\n"]))
    }
    try await repository.git("rm", "-q", "-r", "d*")
    let now = try await repository.commitAll("Remove them", writing: [:])
    var found: [[ObjectID: [Remains?]]] = []
    for (commits, threads) in [(work, 1), (work.reversed(), 1), (work.sorted(), 2), (work, 5)] {
      let opened = try Repository(at: repository.path)
      opened.threads = threads
      found.append(try opened.remainsByPath(of: commits, in: now).remains)
    }
    #expect(found.dropFirst().allSatisfy { $0 == found[0] })
    #expect(found[0].count == work.count)
  }

  @Test func `finds files of many commits that were moved by one`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["a": RemainsTests.lines])
    var (work, text) = ([ObjectID](), RemainsTests.lines)
    for number in 0..<40 {
      text += "step \(number)\n"
      work.append(try await repository.commitAll("Step \(number)", writing: ["a": text]))
    }
    try await repository.git("mv", "a", "b")
    let now = try await repository.commitAll("Move it", writing: [:])
    let found = try Repository(at: repository.path).remains(of: work, in: now)
    #expect(found.remains == Dictionary(uniqueKeysWithValues: work.map { ($0, Remains.all) }))
  }
}
