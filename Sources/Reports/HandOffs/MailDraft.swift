package import ReleaseProcess
package import ReleaseScope

/// Draws a hand-off as a mail that nobody has sent yet: an `.eml` file (RFC 5322, lines end with CRLF).
///
/// The mail has its text twice, plain and as HTML, so that every program can show it. The same hand-off at the same
/// time gives the same bytes.
package struct MailDraft: Sendable {
  private let handOff: HandOff
  private let time: Instant
  /// The Message-ID of the mail that this one goes on from, without angle brackets.
  private let thread: String?

  package init(_ handOff: HandOff, at time: Instant, inReplyTo thread: String? = nil) {
    self.handOff = handOff
    self.time = time
    self.thread = thread
  }

  /// Without angle brackets; the same for the same contents, so that a mail made twice is known for one.
  package var messageID: String {
    let address = handOff.sender ?? handOff.recipients.first ?? ""
    let domain = address.splitOnce("@")?.after ?? "relscope.invalid"
    let version = String(
      handOff.version.text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }.prefix(60))
    return "relscope.\(version).\(handOff.kind.rawValue).\(mark)@\(domain)"
  }

  package var text: String {
    var headers = [("Date", time.mailDate)]
    if let sender = handOff.sender { headers.append(("From", sender)) }
    if !handOff.recipients.isEmpty { headers.append(("To", handOff.recipients.joined(separator: ",\r\n "))) }
    headers.append(("Subject", MailText.header(handOff.subject, after: "Subject: ".utf8.count)))
    headers.append(("Message-ID", "<\(messageID)>"))
    if let thread { headers += [("In-Reply-To", "<\(thread)>"), ("References", "<\(thread)>")] }
    headers += [
      ("MIME-Version", "1.0"), ("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\""),
      ("Auto-Submitted", "auto-generated"), ("X-Unsent", "1"),
    ]
    let head = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
    return head + "\r\n" + part("text/plain", handOff.plainText) + part("text/html", handOff.html)
      + "--\(boundary)--\r\n"
  }

  /// What stands in no line of the parts: they are quoted-printable, where `=_` cannot be.
  private var boundary: String { "=_relscope.\(mark)" }

  private func part(_ type: String, _ text: String) -> String {
    "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + MailText.quotedPrintable(text) + "\r\n"
  }

  /// Sixteen digits that tell these contents from others (FNV-1a); no protection against anybody.
  private var mark: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (handOff.subject + handOff.plainText).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Instant {
  /// `Sat, 28 Feb 2026 09:15:00 +0000`.
  fileprivate var mailDate: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = description.split { "-T:Z".contains($0) }
    let month = Int(parts[1]).map { months[$0 - 1] } ?? ""
    let weekday = days[(day.number % 7 + 7) % 7]
    return "\(weekday), \(parts[2]) \(month) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
  }
}
