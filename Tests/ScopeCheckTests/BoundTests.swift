import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

/// What is too long to be read, and what of it a report says.
struct BoundTests {
  private static func gaps(_ report: ScopeReport) -> [Incompleteness.Reason] { report.incomplete.map(\.reason) }

  @Test func `a check that sees all of a right release passes`() throws {
    var release = CheckedRelease()
    release.commitPlanned()
    let report = try release.report()
    #expect(report.verdict == .pass)
    #expect(report.incomplete.isEmpty)
  }

  @Test(arguments: [0, 1])
  func `a message is read up to a length, and what is behind it makes the check incomplete`(excess: Int) throws {
    var release = CheckedRelease()
    release.commitPlanned()
    let opening = "SHOP-1 Cart\n\n"
    release.commit(opening + String(repeating: " ", count: MessageReader.longest + excess - opening.utf8.count))
    #expect(Self.gaps(try release.report()) == (excess == 0 ? [] : [.longMessage]))
  }

  @Test(arguments: [0, 1])
  func `a note is read up to a length, and a longer one makes the check incomplete`(excess: Int) throws {
    var release = CheckedRelease()
    release.commitPlanned()
    let commit = release.commit("Tidy up")
    let note = "SHOP-1" + String(repeating: " ", count: MessageReader.longest + excess - 6)
    release.repository.notes["refs/notes/tickets"] = [commit: Array(note.utf8)]
    let report = try release.report()
    #expect(Self.gaps(report) == (excess == 0 ? [] : [.longMessage]))
    #expect(report.untracked == (excess == 0 ? [] : [commit]))
  }

  @Test func `a note on a commit that is not of the release is not read`() throws {
    var release = CheckedRelease()
    release.commitPlanned()
    let base = try #require(release.repository.references["refs/heads/main"])
    let note = [UInt8](repeating: UInt8(ascii: "S"), count: MessageReader.longest + 1)
    release.repository.notes["refs/notes/tickets"] = [base: note]
    #expect(try release.report().verdict == .pass)
  }

  @Test(arguments: [900, 1_100])
  func `more ids in a message than are looked for make the check incomplete`(ids: Int) throws {
    var release = CheckedRelease()
    release.commitPlanned()
    let reverts = (0..<ids).map { "This reverts commit \(Self.id($0))." }
    release.commit("SHOP-1 Cart again\n\n" + reverts.joined(separator: "\n"))
    #expect(Self.gaps(try release.report()).contains(.crowdedMessage) == (ids > 1_000))
  }

  private static func id(_ number: Int) -> String {
    let digits = String(number + 0x1000_0000, radix: 16)
    return String(repeating: digits, count: 5)
  }
}
