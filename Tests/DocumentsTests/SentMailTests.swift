import Documents
import ReleaseScope
import Testing

struct SentMailTests {
  private static let head =
    "Return-Path: <lea@example.com>\r\nDate: Thu, 26 Nov 2026 15:04:05 +0100\r\nFrom: \"Lea Sommer\" <lea@example.com>\r\n"
    + "Message-ID: <1@example.com>\r\n"

  private func mail(_ text: String) throws -> SentMail { try SentMail(parsing: Array(text.utf8), name: "notes.eml") }

  @Test func `says who sent it, when, and what`() throws {
    let mail = try mail(Self.head + "Subject: Release notes\r\n for 2.4.0\r\n\r\nSHOP-1 Cart\r\n")
    #expect("\(mail.time)" == "2026-11-26T14:04:05Z")
    #expect(mail.from == "lea@example.com")
    #expect(mail.messageID == "<1@example.com>")
    #expect(mail.subject == "Release notes for 2.4.0")
    #expect(mail.text == "SHOP-1 Cart\r\n")
  }

  @Test(
    arguments: [
      (
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=B6=\n=C3=9Fe",
        "Größe"
      ),
      ("Content-Transfer-Encoding: base64\n\nR3LDtsOf\nZQ==\n", "Größe"),
      ("Content-Transfer-Encoding: base64\n\n?!\n", nil), ("Content-Transfer-Encoding: x-uuencode\n\nbegin\n", nil),
      ("Content-Type: text/html\n\n<p>x</p>", nil),
      (
        "Content-Type: multipart/mixed; boundary=\"o\"\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n"
          + "--i\nContent-Type: text/html\n\n<p>\n--i\nContent-Type: text/plain\n\nText\n--i--\n--o--\n", "Text\n"
      ), ("Content-Type: multipart/mixed\n\nx", nil),
      ("Content-Type: text/plain; charset=latin1\n\n\u{FFFD}", "\u{FFFD}"),
    ] as [(String, String?)])
  func `reads its plain text in every encoding that mail programs write`(rest: String, text: String?) throws {
    #expect(try mail(Self.head.replacing("\r\n", with: "\n") + rest).text == text)
  }

  @Test(arguments: [
    ("=?utf-8?B?R3LDtsOfZQ==?= 2.4.0", "Größe 2.4.0"),
    ("=?UTF-8?q?Gr=C3=B6=C3=9Fe_?=\r\n =?utf-8?q?2.4.0?=", "Größe 2.4.0"),
    ("=?latin1?q?x?= y", "=?latin1?q?x?= y"), ("a =? b", "a =? b"), ("", ""),
  ])
  func `reads subjects that are not plain`(written: String, subject: String) throws {
    #expect(try mail(Self.head + "Subject: \(written)\r\n\r\n").subject == subject)
  }

  @Test(arguments: [
    ("Thu, 26 Nov 2026 15:04:05 +0100", "2026-11-26T14:04:05Z"), ("6 Nov 2026 15:04 GMT", "2026-11-06T15:04:00Z"),
    ("Thu, 26 Nov 2026 15:04:05 -0000 (UTC)", "2026-11-26T15:04:05Z"),
  ])
  func `reads the dates of mails`(written: String, time: String) throws {
    let text = "Date: \(written)\nFrom: lea@example.com\nMessage-ID: <1@x>\n\n"
    #expect("\(try mail(text).time)" == time)
  }

  @Test(arguments: [
    (head + "X-Unsent: 1\r\n\r\n", "this is a draft: nothing tells that it was sent"),
    ("From: lea@example.com\r\n\r\n", "there is no 'date': this is no mail that was sent"),
    ("Date: soon\r\nFrom: a@b\r\nMessage-ID: <1@x>\r\n\r\n", "'soon' is no date of a mail"),
    ("", "there is no 'date': this is no mail that was sent"),
    ("Date: Thu, 26 Nov 2026 15:04:05 +0100\r\n\r\n", "there is no 'from': this is no mail that was sent"),
    (
      "Date: Thu, 26 Nov 2026 15:04:05 +0100\r\nFrom: a@b\r\n\r\n",
      "there is no 'message-id': this is no mail that was sent"
    ),
  ])
  func `refuses what nobody sent`(text: String, message: String) throws {
    let error = #expect(throws: DocumentError.self) { try mail(text) }
    #expect(error?.message == message)
  }
}
