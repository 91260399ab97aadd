import Fuzzing
import ReleaseScope
import Testing

@testable import Git

/// The bytes of commits: everything that git wrote over the years, and what only damage could write.
struct RawCommitTests {
  private static let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  private static let parent = "0123456789abcdef0123456789abcdef01234567"
  private static let author = "author Dana Weber <dana@example.com> 1793610000 +0100"
  private static let committer = "committer Milan <milan@example.com> 1793610060 -0330"
  private static let header = ["tree \(tree)", "parent \(parent)", author, committer]
  private static let id = ObjectID(bytes: Array(repeating: 7, count: 20)[...])

  private static let signature = [
    "gpgsig -----BEGIN PGP SIGNATURE-----", " ", " iQEzBAABCAAdFiEE", " encoding ISO-8859-1", " tree \(tree)",
    " author Eve <eve@example.com> 1 +0000", " -----END PGP SIGNATURE-----",
  ]

  private func read(_ lines: [String], message: String = "SHOP-1 Keep\n") throws -> Commit {
    try read(Array((lines.joined(separator: "\n") + "\n\n" + message).utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> Commit {
    var people = KnownPeople<Person>()
    return try #require(RawCommit(bytes)).commit(id: try #require(Self.id), &people)
  }

  @Test func `reads what a usual commit has`() throws {
    let commit = try read(Self.header)
    #expect(commit.tree == ObjectID(Self.tree))
    #expect(commit.parents == [ObjectID(Self.parent)])
    #expect(
      commit.author == Signature(name: "Dana Weber", email: "dana@example.com", time: Instant(seconds: 1_793_610_000)))
    #expect(
      commit.committer == Signature(name: "Milan", email: "milan@example.com", time: Instant(seconds: 1_793_610_060)))
    #expect(commit.message == Array("SHOP-1 Keep\n".utf8))
    #expect(!commit.isMerge)
  }

  static let extras: [[String]] = [
    signature, ["gpgsig-sha256 -----BEGIN SSH SIGNATURE-----", " U1NIU0lH", " -----END SSH SIGNATURE-----"],
    [
      "mergetag object \(parent)", " type commit", " tag v1", " tagger Eve <eve@example.com> 1 +0000", " ",
      " encoding x",
      " parent \(parent)",
    ],
    ["encoding UTF-8"] + signature, ["HG:rename-source hg", "HG:extra branch:default"],
    ["encoding utf8", "encoding GBK"],
    ["parent \(parent)", "tree \(tree)"], ["x" + String(repeating: "y", count: 100_000)],
  ]

  @Test(arguments: extras)
  func `passes over headers that it does not need`(headers: [String]) throws {
    let commit = try read(Self.header + headers, message: "SHOP-1 Größe\n")
    #expect(commit.parents == [ObjectID(Self.parent)])
    #expect(commit.author.name == "Dana Weber")
    #expect(commit.message == Array("SHOP-1 Größe\n".utf8))
  }

  @Test func `finds the encoding after a signature`() throws {
    let bytes = Array((Self.header + Self.signature + ["encoding ISO-8859-1"]).joined(separator: "\n").utf8)
    let commit = try read(bytes + Array("\n\nSHOP-1 caf".utf8) + [0xE9])
    #expect(commit.message == Array("SHOP-1 café".utf8))
  }

  /// Tools of old wrote the author twice; git and libgit2 take the first.
  @Test func `takes the first of several authors`() throws {
    let lines = ["tree \(Self.tree)", Self.author, "author Eve <eve@example.com> 1 +0000", Self.committer]
    let commit = try read(lines)
    #expect(commit.author.name == "Dana Weber")
    #expect(commit.committer.name == "Milan")
  }

  static let signatures: [(String, String, String, Int64)] = [
    (" <dana@example.com> 12 +0000", "", "dana@example.com", 12), ("<> 12 +0000", "", "", 12),
    ("Dana Weber", "Dana Weber", "", 0), ("", "", "", 0), ("Dana <dana@example.com>", "Dana", "dana@example.com", 0),
    ("Dana <dana@example.com> -100 +0000", "Dana", "dana@example.com", 0),
    ("Dana <dana@example.com> soon +0000", "Dana", "dana@example.com", 0),
    ("Dana <a>b> 12 +0000", "Dana", "a>b", 12), ("> Dana < 12", "> Dana", "", 0),
    ("D <d>    12", "D", "d", 12), ("D <d> 12 +9999999", "D", "d", 12),
  ]

  @Test(arguments: signatures)
  func `makes the best of a malformed signature`(line: String, name: String, email: String, seconds: Int64) throws {
    let expected = Signature(name: name, email: email, time: Instant(seconds: seconds))
    let commit = try read(["tree \(Self.tree)", "author \(line)", "committer \(line)"])
    #expect(commit.author == expected)
    #expect(commit.committer == expected)
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999999999", "18446744073709551516"])
  func `survives dates beyond all calendars`(seconds: String) throws {
    let commit = try read(["tree \(Self.tree)", "author D <d> \(seconds) +0000", "committer D <d> \(seconds) +0000"])
    #expect(commit.committer.time.seconds > 4_102_444_800)
    #expect(commit.committer.time.description.hasSuffix("Z"))
  }

  static let messages: [([UInt8], String)] = [
    (Array("\n\n\n\nSHOP-1\n".utf8), "\n\nSHOP-1\n"), (Array("\n\nSHOP-1 a\0SHOP-2\n".utf8), "SHOP-1 a"),
    (Array("\n\n".utf8), ""), (Array("\n".utf8), ""), ([], ""), (Array("\n\n\0".utf8), ""),
  ]

  @Test(arguments: messages)
  func `takes the message up to a NUL, and none for none`(end: [UInt8], message: String) throws {
    let commit = try read(Array(Self.header.joined(separator: "\n").utf8) + end)
    #expect(String(decoding: commit.message, as: UTF8.self) == message)
  }

  static let corrupt: [[String]] = [
    [], [""], ["tree \(tree)"], ["tree \(tree)", author], ["tree \(tree)", committer, author], [author, committer],
    ["parent \(parent)", "tree \(tree)", author, committer], ["tree \(tree.dropLast())", author, committer],
    ["tree \(tree)0", author, committer], ["tree  \(tree)", author, committer],
    ["tree \(tree)", "parent \(parent.dropLast())g", author, committer], ["tree \(tree)", "parent", author, committer],
    ["tree \(tree)", "", author, committer], [" tree \(tree)", author, committer],
    ["tree \(tree)", "note x", author, committer],
  ]

  @Test(arguments: corrupt)
  func `calls a commit corrupt that lacks a header`(lines: [String]) {
    #expect(RawCommit(Array((lines.joined(separator: "\n") + "\n\nSHOP-1 Keep\n").utf8)) == nil)
  }

  @Test func `calls a commit corrupt that is cut off within its headers`() {
    let bytes = Array((Self.header.joined(separator: "\n") + "\n\nSHOP-1\n").utf8)
    let needed = Self.header.dropLast().joined(separator: "\n").utf8.count + "\ncommitter ".utf8.count
    for length in 0..<needed { #expect(RawCommit(Array(bytes[..<length])) == nil, "\(length) bytes") }
    for length in needed...bytes.count { #expect(RawCommit(Array(bytes[..<length])) != nil, "\(length) bytes") }
  }

  @Test func `never breaks on bytes that only damage could write`() throws {
    var random = RandomNumbers(seed: 4)
    let id = try #require(Self.id)
    let whole = (Self.header + ["encoding SHIFT_JIS"] + Self.signature).joined(separator: "\n") + "\n\nSHOP-1 Keep\n"
    let pieces = [
      "\n", "\n\n", "<", ">", "\0", " ", "author ", "encoding UTF-16\n", "encoding UTF-7\n", "-1",
      "9999999999999999999",
    ]
    .map { Array($0.utf8) }
    var people = KnownPeople<Person>()
    var readable = 0
    for _ in 0..<12_000 {
      var bytes = Array(whole.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 60))
        default: bytes = Array(bytes[..<max(1, place)])
        }
        if bytes.isEmpty { bytes = [0] }
      }
      guard let commit = RawCommit(bytes)?.commit(id: id, &people) else { continue }
      readable += 1
      #expect(commit.committer.time.seconds >= 0)
      #expect(String(validating: commit.message, as: UTF8.self) != nil || !bytes.allSatisfy { $0 < 0x80 })
    }
    #expect(readable > 2000 && readable < 11_000)
  }
}
