import FoundationEssentials
import HTTP

/// What Jira says in a reply that is none: in one of its four forms, or as a text.
struct ErrorReply {
  /// One line of at most 500 characters; empty if it says nothing.
  let message: String

  init(_ reply: Reply) {
    let text = (try? JSONDecoder().decode(FieldValue.self, from: Data(reply.body))).map(Self.texts(of:))
    let messages = text ?? (reply.isWebPage ? [] : [String(decoding: reply.body.prefix(200), as: UTF8.self)])
    let line = messages.joined(separator: "; ").split(whereSeparator: \.isNewline).joined(separator: " ")
    message = line.count > 500 ? "\(line.prefix(499))…" : line
  }

  private static func texts(of value: FieldValue) -> [String] {
    var texts: [String] = []
    if case .list(let messages) = value["errorMessages"] { texts += messages.compactMap(\.plainText) }
    if case .object(let errors) = value["errors"] {
      texts += errors.sorted { $0.key < $1.key }.compactMap { name, error in error.plainText.map { "\(name): \($0)" } }
    }
    return texts + ["message", "errorMessage"].compactMap { value[$0]?.plainText }
  }
}

extension Reply {
  /// Whether it is for a browser.
  var isWebPage: Bool {
    if headers["content-type"]?.lowercased().contains("html") == true { return true }
    let start = body.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.first
    return start == UInt8(ascii: "<")
  }
}
