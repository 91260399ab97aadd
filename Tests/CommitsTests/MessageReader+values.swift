import Commits

extension MessageReader {
  /// A reader for projects and planned tickets by their names; those that are none are left out.
  static func made(
    projects: [String] = ["SHOP", "PAY"], planned: [String] = [], policy: KeyPolicy = KeyPolicy()
  ) -> MessageReader {
    MessageReader(
      scanner: KeyScanner(
        projects: projects.compactMap { try? ProjectKey(parsing: $0) }, ignoresCase: policy.ignoresCase),
      policy: policy, planned: planned.compactMap { try? TicketKey(parsing: $0) })
  }
}

/// The facts of one message, as a list of commits keeps them.
func facts(
  _ message: String, isMerge: Bool = false, projects: [String] = ["SHOP", "PAY"], planned: [String] = [],
  policy: KeyPolicy = KeyPolicy()
) -> MessageFacts {
  let person = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: 1_000))
  let commit = Commit(
    id: .named("one"), tree: .named("tree"), parents: (isMerge ? ["base", "side"] : ["base"]).map(ObjectID.named),
    author: person, committer: person, message: Array(message.utf8))
  let reader = MessageReader.made(projects: projects, planned: planned, policy: policy)
  let list = CommitList([commit], reader: reader)
  return list[list.startIndex].facts
}

extension MessageFacts {
  /// `SHOP-1 subject`, in order.
  var uses: [String] { implements.map { "\($0.key) \($0.place.rawValue)" } }
  var named: [String] { mentions.map(\.description) }

  func names(_ key: String) -> Bool { named.contains(key) || implements.contains { $0.key.description == key } }
}

extension ObjectID {
  /// An id by a name: the name's bytes, then zeros.
  static func named(_ name: String) -> ObjectID {
    let bytes = Array(name.utf8.prefix(20))
    guard let id = ObjectID(bytes: (bytes + Array(repeating: 0, count: 20 - bytes.count))[...]) else {
      preconditionFailure("20 bytes are an id")
    }
    return id
  }

  /// The name of such an id.
  var name: String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}
