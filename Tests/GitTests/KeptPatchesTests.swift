import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// What is kept of earlier comparisons is used, changes no answer, and is left alone where it may be wrong.
struct KeptPatchesTests {
  /// A release with a pick of each kind, and a revert.
  private struct Picks {
    static let lines = (1...30).map { "line \($0)\n" }.joined()

    let repository: GitRepository
    var release: [ObjectID] = []
    var main: [ObjectID] = []

    init() async throws {
      repository = try await GitRepository()
      try await repository.commit("Start", files: ["cart.js": Self.lines, "note": "1\n"])
      try await repository.checkout(new: "release")
      try await repository.commitAll("Shift", writing: ["cart.js": "first\n" + Self.lines])
      let changed = Self.lines.replacing("line 20\n", with: "line XX\n")
      release.append(try await repository.commitAll("Adapted", writing: ["cart.js": "first\n" + changed]))
      release.append(try await repository.commitAll("Same", writing: ["note": "2\n"]))
      release.append(try await repository.commitAll("Other", writing: ["note": "3\n", "more": "1\n"]))
      try await repository.checkout("main")
      main.append(try await repository.commitAll("Same too", writing: ["note": "2\n"]))
      main.append(try await repository.commitAll("Adapted from", writing: ["cart.js": changed]))
      main.append(try await repository.commitAll("Other words", writing: ["cart.js": changed + "end\n"]))
      main.append(try await repository.commitAll("Back", writing: ["note": "1\n"]))
    }

    var file: String { repository.path + "/.git/relscope/patches" }
    var same: [ObjectID: [ObjectID]] { [release[0]: [main[1]], release[1]: [main[0]]] }
    var inverses: [ObjectID: [ObjectID]] { [main[3]: [release[1]]] }

    func open() throws -> Repository {
      let opened = try Repository(at: repository.path)
      opened.keptPatches.readFile()
      return opened
    }

    func compare(in opened: Repository) throws -> PatchComparison { try PatchComparison(release, main, in: opened) }

    /// Compares, and keeps what was found.
    func keep() throws {
      let opened = try open()
      #expect(try compare(in: opened).same == same)
      #expect(try PatchComparison(main, release, .inverse, in: opened).same == inverses)
      opened.keptPatches.save(fewest: 1)
    }

    /// Has the file say that no commit changes anything.
    func keepWrongSummaries() throws {
      let values = try #require(KeptTable(contents(), by: KeptPatches.maker)).values
      try write(KeptTable.bytes(of: values.mapValues { _ in ChangeSummary([]).keptBytes }, by: KeptPatches.maker))
    }

    func contents() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) }

    func write(_ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      try setMode(0o600)
    }

    func setMode(_ mode: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }
  }

  @Test func `compares without the objects what was compared before`() async throws {
    let picks = try await Picks()
    try picks.keep()
    let attributes = try FileManager.default.attributesOfItem(atPath: picks.file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try FileManager.default.removeItem(atPath: picks.repository.path + "/.git/objects")
    try FileManager.default.createDirectory(
      atPath: picks.repository.path + "/.git/objects", withIntermediateDirectories: false)
    let opened = try picks.open()
    let comparison = try picks.compare(in: opened)
    #expect(comparison.same == picks.same)
    #expect(comparison.unreadable.isEmpty)
    #expect(try PatchComparison(picks.main, picks.release, .inverse, in: opened).same == picks.inverses)
  }

  @Test func `compares anew what is new`() async throws {
    let picks = try await Picks()
    try picks.keep()
    var grown = picks
    try await picks.repository.checkout("release")
    grown.release.append(
      try await picks.repository.commitAll("Later", writing: ["cart.js": "first\n" + Picks.lines + "end\n"]))
    let comparison = try grown.compare(in: grown.open())
    #expect(comparison.same == picks.same)
    #expect(comparison.unreadable.isEmpty)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether the file is believed all the same, so that the answer is the wrong one that it has.
    var isBelieved = false
    var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    var mode = 0o600

    static let all = [
      Damage(testDescription: "none", isBelieved: true),
      Damage(testDescription: "readable by all", isBelieved: true, mode: 0o644),
      Damage(testDescription: "writable by the group", mode: 0o620),
      Damage(testDescription: "writable by all", mode: 0o606),
      Damage(testDescription: "empty") { _ in [] },
      Damage(testDescription: "cut short") { $0.dropLast() },
      Damage(testDescription: "cut to its head") { Array($0.prefix(32)) },
      Damage(testDescription: "more at its end") { $0 + [0] },
      Damage(testDescription: "of another format") { [0] + $0.dropFirst() },
      Damage(testDescription: "of another maker") { bytes in
        KeptTable.bytes(of: KeptTable(bytes, by: KeptPatches.maker)?.values ?? [:], by: KeptDigest([1]))
      },
      Damage(testDescription: "one bit flipped in the values") { bytes in
        var bytes = bytes
        bytes[bytes.count - 40] ^= 1
        return bytes
      },
      Damage(testDescription: "one bit flipped in the keys") { bytes in
        var bytes = bytes
        bytes[40] ^= 1
        return bytes
      },
      Damage(testDescription: "a count too large") { bytes in
        var bytes = bytes
        bytes[24] = 0xFF
        return bytes
      },
    ]
  }

  @Test(arguments: Damage.all)
  func `leaves a file alone that is damaged, or that others can write`(_ damage: Damage) async throws {
    let picks = try await Picks()
    try picks.keep()
    try picks.keepWrongSummaries()
    try picks.write(damage.change(picks.contents()))
    try picks.setMode(damage.mode)
    let comparison = try picks.compare(in: picks.open())
    #expect(comparison.same == (damage.isBelieved ? [:] : picks.same))
    #expect(comparison.unreadable.isEmpty)
  }

  enum Place: CaseIterable { case link, folder, pipe }

  @Test(arguments: Place.allCases)
  func `leaves alone what is no file`(_ place: Place) async throws {
    let picks = try await Picks()
    try picks.keep()
    try picks.keepWrongSummaries()
    let moved = picks.file + ".moved"
    try FileManager.default.moveItem(atPath: picks.file, toPath: moved)
    switch place {
    case .link: try FileManager.default.createSymbolicLink(atPath: picks.file, withDestinationPath: moved)
    case .folder: try FileManager.default.createDirectory(atPath: picks.file, withIntermediateDirectories: false)
    case .pipe: #expect(unsafe mkfifo(picks.file, 0o600) == 0)
    }
    let opened = try picks.open()
    #expect(try picks.compare(in: opened).same == picks.same)
    opened.keptPatches.save(fewest: 1)
    #expect(!FileManager.default.fileExists(atPath: picks.file + ".lock"))
  }

  @Test func `keeps what two have found, one after the other`() async throws {
    let picks = try await Picks()
    let (one, other) = (try picks.open(), try picks.open())
    _ = try PatchComparison([picks.release[0]], [picks.main[1]], in: one)
    _ = try PatchComparison([picks.release[1]], [picks.main[0]], in: other)
    one.keptPatches.save(fewest: 1)
    let first = try #require(KeptTable(picks.contents(), by: KeptPatches.maker)).count
    other.keptPatches.save(fewest: 1)
    let table = try #require(KeptTable(picks.contents(), by: KeptPatches.maker))
    #expect(table.count == first + 2)
  }

  @Test func `writes nothing while another one writes, but over what one has left an hour ago`() async throws {
    let picks = try await Picks()
    try picks.keep()
    let before = try picks.contents()
    let lock = picks.file + ".lock"
    try Data([1]).write(to: URL(fileURLWithPath: lock))
    let opened = try picks.open()
    _ = try PatchComparison([picks.main[2]], [picks.main[3]], in: opened)
    opened.keptPatches.note(patch: KeptDigest([1]), of: KeptDigest([2]))
    opened.keptPatches.save(fewest: 1)
    #expect(try picks.contents() == before)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -4_000)], ofItemAtPath: lock)
    let later = try picks.open()
    later.keptPatches.note(patch: KeptDigest([1]), of: KeptDigest([2]))
    later.keptPatches.save(fewest: 1)
    #expect(try picks.contents() != before)
    #expect(!FileManager.default.fileExists(atPath: lock))
  }

  @Test func `writes nothing while a push is taken in, for few values, or when it was told so`() async throws {
    let picks = try await Picks()
    let folder = picks.repository.path + "/.git/"
    for (mayWrite, fewest) in [(false, 1), (true, 2)] {
      let patches = KeptPatches(KeptFile(in: folder), mayWrite: mayWrite)
      patches.readFile()
      patches.note(patch: KeptDigest([1]), of: KeptDigest([2]))
      patches.save(fewest: fewest)
    }
    let opened = try Repository(at: picks.repository.path)
    opened.keepsPatches = false
    opened.keptPatches.readFile()
    _ = try picks.compare(in: opened)
    opened.keptPatches.save(fewest: 1)
    #expect(!FileManager.default.fileExists(atPath: folder + "relscope"))
  }

  @Test func `lets go what nobody asked for when there is too much`() async throws {
    let picks = try await Picks()
    let file = KeptFile(in: picks.repository.path + "/.git/")
    func patches() -> KeptPatches {
      let patches = KeptPatches(file, mayWrite: true, limit: 4)
      patches.readFile()
      return patches
    }
    func digest(_ number: UInt8) -> KeptDigest { KeptDigest([number]) }
    let first = patches()
    for number in UInt8(1)...4 { first.note(patch: digest(number), of: digest(number)) }
    first.save(fewest: 1)
    let second = patches()
    #expect(second.patch(of: digest(2)) == digest(2))
    for number in UInt8(5)...6 { second.note(patch: digest(number), of: digest(number)) }
    second.save(fewest: 1)
    let third = patches()
    #expect((UInt8(1)...6).filter { third.patch(of: digest($0)) != nil } == [2, 5, 6])
  }

  @Test func `is shared by linked worktrees`() async throws {
    let picks = try await Picks()
    let worktree = try await picks.repository.addWorktree("release")
    let opened = try Repository(at: worktree.path)
    opened.keptPatches.readFile()
    #expect(try picks.compare(in: opened).same == picks.same)
    opened.keptPatches.save(fewest: 1)
    #expect(FileManager.default.fileExists(atPath: picks.file))
  }
}
