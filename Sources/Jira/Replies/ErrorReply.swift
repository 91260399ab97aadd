import FoundationEssentials
import HTTP

/// What Jira says in an error reply: in one of its four forms, or as a text.
struct ErrorReply {
  /// One line of at most 500 characters; empty if it says nothing.
  let message: String

  init(_ reply: Reply) {
    let texts = (try? JSONDecoder().decode(FieldValue.self, from: Data(reply.body))).map(Self.texts(of:))
    message = reply.message(texts)
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
