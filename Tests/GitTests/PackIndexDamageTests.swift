import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// An index that has another place for an object than its pack.
struct PackIndexDamageTests {
  private static let commits = 5_000

  private static func range(_ history: LongHistory, threads: Int) throws -> CommitRange {
    let repository = try Repository(at: history.repository.path)
    repository.threads = threads
    let reader = MessageReader(scanner: KeyScanner(projects: [try ProjectKey(parsing: "SHOP")]))
    return try History(repository, base: history.base, releases: [history.release], reader: reader).range()
  }

  private static func id(_ revision: String, in repository: GitRepository) async throws -> ObjectID {
    try #require(ObjectID(try await repository.git("rev-parse", revision)))
  }

  @Test(arguments: [1, 2], [(commits, false), (1_200, true)])
  func `takes no commit for another one`(threads: Int, _ size: (commits: Int, withCommitGraph: Bool)) async throws {
    let history = try await LongHistory(commits: size.commits)
    try await PackLayout.whole.pack(history.repository)
    if size.withCommitGraph { try await history.writeCommitGraph() }
    // All would pass for a commit of the history, and some are read alone, others with their neighbours.
    for place in ["main~2", "main~500", size.withCommitGraph ? "main~600" : "main~1200"] {
      var index = try PackIndexFile(history.repository)
      let id = try await Self.id(place, in: history.repository)
      let right = try index.offset(of: id)
      try index.set(index.offset(of: try await Self.id(place + "~1", in: history.repository)), for: id)
      #expect(throws: GitError.self) { try Self.range(history, threads: threads) }
      try index.set(right, for: id)
    }
    #expect(try Self.range(history, threads: threads).commits.count == size.commits - 1)
  }

  @Test(arguments: ["main~2", "main^{tree}", "main:file"])
  func `does not look behind the end of the pack`(_ object: String) async throws {
    let repository = try await GitRepository()
    for number in 1...4 { try await repository.commit("SHOP-\(number) Work", files: ["file": "\(number)"]) }
    try await repository.git("repack", "-adfq")
    let (last, first) = (try await Self.id("main", in: repository), try await Self.id("main~2", in: repository))
    var index = try PackIndexFile(repository)
    try index.set(0x7FFF_0000, for: try await Self.id(object, in: repository))
    let opened = try Repository(at: repository.path)
    // Read by libgit2 alone, which would end with the program.
    for revision in ["main~3", "main^{tree}", "main:file", ":/Work", first.description] {
      _ = try? opened.resolve(revision, as: "release")
    }
    let error = try #require(throws: GitError.self) {
      _ = try opened.file("file", in: last)
      _ = try opened.commit(first)
    }
    #expect(error.message == "the index of a pack has a wrong place for it")
  }

  /// In the place of a pack whose index is there.
  @Test(arguments: [true, false])
  func `says that a pack was cut down to nothing, and not of one that cannot be read`(isCut: Bool) async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Work", files: ["file": "1"])
    try await repository.git("repack", "-adfq")
    let id = try await Self.id("main", in: repository)
    let folder = repository.path + "/.git/objects/pack/"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
    try FileManager.default.removeItem(atPath: folder + name)
    if isCut {
      try Data().write(to: URL(filePath: folder + name))
    } else {
      try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: false)
    }
    let opened = try Repository(at: repository.path)
    let message = Result { try opened.commit(id) }.failure.map { ($0 as? GitError)?.message ?? "" }
    #expect(message == (isCut ? "the index of a pack has a wrong place for it" : nil))
  }
}

/// The index of the only pack of a repository, as it is on disk.
private struct PackIndexFile {
  private let path: String
  private var bytes: [UInt8]

  init(_ repository: GitRepository) throws {
    path = "\(repository.path)/.git/objects/pack/\(try #require(try repository.packNames().first))"
    bytes = try repository.packed("idx")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
  }

  /// Where the four bytes of an object's offset are.
  private func place(of id: ObjectID) throws -> Int {
    let count = (0..<4).reduce(0) { $0 << 8 | Int(bytes[8 + 255 * 4 + $1]) }
    let position = try #require((0..<count).first { Array(bytes[(1032 + $0 * 20)..<(1052 + $0 * 20)]) == id.bytes })
    return 1032 + count * 24 + position * 4
  }

  func offset(of id: ObjectID) throws -> Int {
    let place = try place(of: id)
    return (0..<4).reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  mutating func set(_ offset: Int, for id: ObjectID) throws {
    let place = try place(of: id)
    for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: offset >> (24 - 8 * byte)) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

extension Result {
  fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
