import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// A history of main with short branches that are merged, and a release that is ahead of the commit `base`. Every 500th
/// commit changes a file.
struct LongHistory {
  let repository: GitRepository
  let base: ObjectID
  let release: ObjectID

  /// - Parameter commits: How many there are; a quarter of them are merges.
  init(commits: Int) async throws {
    repository = try await GitRepository()
    var stream = ""
    var tip = 0
    for number in 1...commits {
      let isMerge = number > 4 && number.isMultiple(of: 4)
      let message =
        isMerge
        ? "Merge pull request #\(number) from shop/feature/SHOP-\(number / 4)-work"
        : "SHOP-\(number / 4) Change no. \(number) of the cart\n\nIt took some words to say why no. \(number) is needed.\n"
      stream += "commit refs/heads/main\nmark :\(number)\n"
      stream += "author Milan <milan@example.com> \(CommitGraph.start + Int64(number) * 60 - 30) +0100\n"
      stream += "committer Dana <dana@example.com> \(CommitGraph.start + Int64(number) * 60) +0000\n"
      stream += "data \(message.utf8.count)\n\(message)\n"
      // A branch leaves main two commits before it is merged.
      if isMerge {
        stream += "from :\(tip)\nmerge :\(number - 1)\n"
      } else if number > 1 {
        stream += "from :\(number - 1)\n"
      }
      if number.isMultiple(of: 500) { stream += "M 100644 inline cart\ndata 5\n\(10_000 + number)\n" }
      stream += "\n"
      if !number.isMultiple(of: 4) || isMerge { tip = number % 4 == 1 || isMerge ? number : tip }
    }
    try await repository.git("-c", "fastimport.unpackLimit=0", "fast-import", "--quiet", input: stream)
    release = try #require(ObjectID(try await repository.git("rev-parse", "main")))
    let first = try await repository.git("rev-list", "--max-parents=0", "main")
    base = try #require(ObjectID(first))
  }

  func writeCommitGraph() async throws {
    try await repository.git("commit-graph", "write", "--reachable", "--no-progress")
  }
}

/// How a history lies in its packs.
enum PackLayout: CaseIterable, Sendable {
  /// As `git fast-import` writes it: oldest first.
  case imported
  /// Newest first, each commit whole.
  case whole
  /// Commits that are made of others, which an offset names.
  case deltas
  /// The same, with the id of the other commit.
  case deltasByID
  /// The older half in another pack than the newer one.
  case twoPacks

  func pack(_ repository: GitRepository) async throws {
    switch self {
    case .imported: break
    case .whole: try await repository.git("repack", "-adfq", "--window=0")
    case .deltas: try await repository.git("repack", "-adfq", "--window=20", "--depth=20")
    case .deltasByID:
      try await repository.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--window=20", "--depth=20")
    case .twoPacks:
      let ids = try await repository.git("rev-list", "--objects", "main").split(separator: "\n")
      let prefix = "\(repository.path)/.git/objects/pack/pack"
      try FileManager.default.removeItem(atPath: repository.path + "/.git/objects/info/packs", ifThere: true)
      for half in [ids.prefix(ids.count / 2), ids.dropFirst(ids.count / 2)] {
        try await repository.git(
          ["pack-objects", "-q", prefix], input: Array((half.joined(separator: "\n") + "\n").utf8))
      }
      try await repository.removeFullPack(of: ids.count)
    }
  }
}

extension FileManager {
  fileprivate func removeItem(atPath path: String, ifThere: Bool) throws {
    if fileExists(atPath: path) { try removeItem(atPath: path) }
  }
}

extension GitRepository {
  /// The only file with this ending among the packs.
  func packed(_ ending: String) throws -> [UInt8] {
    let folder = path + "/.git/objects/pack"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("." + ending) }
    let name = try #require(names.count == 1 ? names.first : nil)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }

  /// Removes the largest pack, which has all that the others have.
  fileprivate func removeFullPack(of count: Int) async throws {
    let folder = path + "/.git/objects/pack"
    let packs = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".idx") }
    #expect(packs.count == 3)
    let sizes = try packs.map { name in
      try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.size] as? Int ?? 0
    }
    let largest = try #require(zip(packs, sizes).max { $0.1 < $1.1 }?.0.dropLast(4))
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasPrefix(largest) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }

  func packNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/.git/objects/pack").filter { $0.hasSuffix(".idx") }
  }

  /// Overwrites some bytes of the only pack, at a part of its length.
  func damagePack(at part: Double) throws {
    let folder = path + "/.git/objects/pack"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
    let file = "\(folder)/\(name)"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
    try handle.seek(toOffset: UInt64(Double(try handle.seekToEnd()) * part))
    try handle.write(contentsOf: Data(repeating: 0x55, count: 400))
    try handle.close()
  }
}
