import ReleaseProcess
import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct HandOffRendererTests {
  private func notes(subject: String = "Release notes for 2.4.0") throws -> HandOff {
    let hostile = "<b>Cart</b> @dana ![x](http://e) &amp; \u{202E}txet\r\nBcc: a@b"
    return HandOff(
      .notes, of: try VersionName(parsing: "2.4.0"), subject: subject,
      blocks: [
        .heading("Release 2.4.0, 2026-11-30"), .paragraph("Größere Körbe."), .heading("Fixed"),
        .items([
          HandOff.Item(ticket: try TicketKey(parsing: "SHOP-1"), "Guest checkout loses the cart"),
          HandOff.Item(ticket: try TicketKey(parsing: "SHOP-2"), hostile, note: "open, \(hostile)"),
          HandOff.Item("merged on 2026-11-24"),
        ]),
      ], recipients: ["client@example.com", "qa@example.com"], sender: "release@example.com",
      links: Links(
        ticket: try LinkTemplate(parsing: "https://jira.example.com/browse/{key}?a=1&b=2", placeholder: "key")))
  }

  @Test func `draws the golden files`() throws {
    let notes = try notes()
    expectGolden(notes.plainText, named: "handoff-notes.txt")
    expectGolden(notes.markdown, named: "handoff-notes.md")
    expectGolden(notes.html, named: "handoff-notes.html")
    expectGolden(draft(notes), named: "handoff-notes.eml")
  }

  private func draft(_ handOff: HandOff, inReplyTo thread: String? = nil) -> String {
    MailDraft(handOff, at: Instant(seconds: 1_796_000_000), inReplyTo: thread).text
  }

  @Test(arguments: [
    "Release notes for 2.4.0", "Größe \u{1F6D2} " + String(repeating: "ü", count: 90),
    "a\r\nBcc: eve@example.com\r\n\r\nBody",
    "=?utf-8?B?YQ==?=", String(repeating: "long ", count: 40),
  ])
  func `keeps a subject within its header`(subject: String) throws {
    let head = draft(try notes(subject: subject)).components(endingWith: "\r\n\r\n")
    #expect(head.allSatisfy { $0.utf8.count <= 78 })
    #expect(head.allSatisfy { $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
    #expect(
      head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } } == [
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted", "X-Unsent",
      ])
  }

  @Test func `writes bodies whose lines every server takes`() throws {
    let text = draft(try notes())
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    let long = text.split(separator: "\r\n").filter { $0.utf8.count > 76 && !$0.hasPrefix("Message-ID") }
    #expect(long == [])
  }

  @Test func `knows a mail that was made twice, and threads one`() throws {
    let (one, other) = (
      MailDraft(try notes(), at: Instant(seconds: 0)), MailDraft(try notes(), at: Instant(seconds: 9))
    )
    #expect(one.messageID == other.messageID)
    #expect(one.messageID.hasPrefix("relscope.2.4.0.notes."))
    #expect(one.messageID.hasSuffix("@example.com"))
    let reply = draft(try notes(), inReplyTo: one.messageID)
    #expect(reply.contains("\r\nIn-Reply-To: <\(one.messageID)>\r\nReferences: <\(one.messageID)>\r\n"))
    #expect(MailDraft(try notes(subject: "Other"), at: Instant(seconds: 0)).messageID != one.messageID)
  }
}

extension String {
  /// The lines before the first `end`.
  fileprivate func components(endingWith end: String) -> [Substring] {
    let head = firstRange(of: end).map { self[..<$0.lowerBound] } ?? self[...]
    return head.split(separator: "\r\n", omittingEmptySubsequences: false)
  }
}
