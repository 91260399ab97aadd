import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Objects that git keeps in a file each, whole and damaged.
struct LooseObjectTests {
  /// What a power failure, a full disk or a bad sector make of a file.
  enum Damage: String, CaseIterable {
    case empty, head, early, middle, late, changed, longer, another

    func damaged(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .empty: return []
      case .head: return Array(bytes.prefix(1))
      case .early: return Array(bytes.prefix(bytes.count / 4))
      case .middle: return Array(bytes.prefix(bytes.count / 2))
      case .late: return Array(bytes.dropLast(1))
      case .changed:
        var bytes = bytes
        bytes[bytes.count / 2] ^= 0x10
        return bytes
      case .longer: return bytes + [0]
      case .another: return Array("not deflated at all".utf8)
      }
    }
  }

  /// Each kind of object, and what reads it.
  enum Reading: String, CaseIterable {
    case commit = "main~1"
    case rootTree = "main^{tree}"
    case folder = "main:releases"
    case file = "main:releases/2.4.0.json"
    case tag = "v1"

    func read(_ repository: Repository, _ object: ObjectID, tip: ObjectID) throws {
      switch self {
      case .commit:
        _ = try repository.commit(object)
        _ = try repository.resolve("main~2", as: "release")
      case .rootTree, .folder: _ = try repository.file("releases/2.4.0.json", in: tip)
      case .file: _ = try repository.file("releases/2.4.0.json", in: tip)
      case .tag: _ = try repository.resolve("v1", as: "release")
      }
    }
  }

  private static func made() async throws -> GitRepository {
    let repository = try await GitRepository()
    for number in 1...3 {
      try await repository.commit(
        "SHOP-\(number) Work\n\n\((1...40).map { "line \($0 * number)" }.joined(separator: "\n"))",
        files: ["releases/2.4.0.json": (1...60).map { "\($0 * number) x\n" }.joined()])
    }
    try await repository.tag("v1", at: "main", message: "One\n\n\((1...40).map(String.init).joined(separator: "\n"))")
    return repository
  }

  @Test(arguments: Reading.allCases)
  func `says that an object is damaged, in whatever way it is`(reading: Reading) async throws {
    let made = try await Self.made()
    let tip = try #require(ObjectID(try await made.git("rev-parse", "main")))
    let id = try await made.git("rev-parse", reading.rawValue)
    let object = try #require(ObjectID(id))
    let path = "\(made.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    try reading.read(Repository(at: made.path), object, tip: tip)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    for damage in Damage.allCases {
      try Data(damage.damaged(whole)).write(to: URL(fileURLWithPath: path))
      for place in ["main", id, String(id.prefix(8)), "main~2", ":/Work", "main@{0}"] {
        let repository = try Repository(at: made.path)
        _ = try? repository.resolve(place, as: "release")
        _ = try? repository.commit(withPrefix: place)
      }
      let repository = try Repository(at: made.path)
      #expect(throws: GitError.self, "\(damage)") { try reading.read(repository, object, tip: tip) }
    }
    try Data(whole).write(to: URL(fileURLWithPath: path))
    try reading.read(Repository(at: made.path), object, tip: tip)
  }

  @Test func `reads what it borrows from another repository`() async throws {
    let made = try await Self.made()
    let other = try await GitRepository()
    let info = other.path + "/.git/objects/info"
    try FileManager.default.createDirectory(atPath: info, withIntermediateDirectories: true)
    try "\(made.path)/.git/objects\n".write(toFile: info + "/alternates", atomically: true, encoding: .utf8)
    let tip = try #require(ObjectID(try await made.git("rev-parse", "main")))
    let repository = try Repository(at: other.path)
    #expect(try repository.commit(tip)?.subject == "SHOP-3 Work")
    #expect(try repository.file("releases/2.4.0.json", in: tip)?.bytes.isEmpty == false)
  }

  @Test(arguments: [
    ("blob 3\0abc", true), ("commit 0\0", true), ("tree 1\0x", true), ("tag 2\0ab", true), ("blob 3\0ab", false),
    ("blob 3\0abcd", false), ("blob 3", false), ("blob \0", false), ("blob", false), ("", false), ("blub 1\0a", false),
    ("blob -1\0", false), ("blob 99999999999999999999\0", false), (" 1\0a", false),
  ])
  func `takes a head for what it says only`(text: String, isWhole: Bool) {
    let head = LooseObject.head(of: Array(text.utf8).span)
    #expect((head != nil) == isWhole)
  }
}
