package import ReleaseScope

/// A mail that somebody sent, as a mail program saves it: an `.eml` file (RFC 5322).
package struct SentMail: Equatable, Sendable {
  package let time: Instant
  /// The sender's address.
  package let from: String
  /// With angle brackets.
  package let messageID: String
  package let subject: String
  /// What it says in plain text; `nil` if it has no such part, or one that cannot be decoded.
  package let text: String?

  /// - Parameters:
  ///   - bytes: The whole file; lines end with CRLF or LF.
  ///   - name: For errors.
  /// - Throws: ``DocumentError`` for what is no mail, and for a draft: nothing tells that it was sent.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    let source = DocumentSource(name: name, kind: .badData)
    let part = MailPart(bytes[...])
    func required(_ header: String) throws(DocumentError) -> String {
      guard let value = part.headers[header] else {
        throw source.error(
          nil, "there is no '\(header)': this is no mail that was sent", help: "save it from the folder of sent mails")
      }
      return value
    }
    guard part.headers["x-unsent"] != "1" else {
      throw source.error(
        nil, "this is a draft: nothing tells that it was sent",
        help: "send it, and save it from the folder of sent mails"
      )
    }
    let date = try required("date")
    guard let time = Instant(mailDate: date) else {
      throw source.error(nil, "'\(date)' is no date of a mail", help: "save it from the folder of sent mails")
    }
    self.time = time
    let sender = try required("from")
    from = sender.splitOnce("<")?.after.splitOnce(">")?.before ?? sender
    messageID = try required("message-id")
    subject = MailWords.decoded(part.headers["subject"] ?? "")
    text = part.plainText()
  }
}

extension Instant {
  /// Reads `Sat, 28 Feb 2026 09:15:00 +0000`; the weekday and the seconds may be left out.
  init?(mailDate text: String) {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let plain = text.splitOnce("(")?.before ?? text
    let words = (plain.splitOnce(",")?.after ?? plain).split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 5, let day = Int(words[0]), let month = months.firstIndex(of: words[1].lowercased()) else {
      return nil
    }
    let zone = ["GMT", "UT", "UTC", "Z"].contains(words[4].uppercased()) ? "Z" : words[4]
    let clock = words[3].split(separator: ":").count == 2 ? "\(words[3]):00" : words[3]
    self.init(parsing: "\(words[2])-\(twoDigits(month + 1))-\(twoDigits(day))T\(clock)\(zone)")
  }
}
