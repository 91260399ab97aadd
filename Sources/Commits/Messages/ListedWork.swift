/// One of the commits that a message lists, as a squash does.
package struct ListedWork: Equatable, Sendable {
  /// `nil` in a list without ids.
  package let id: WrittenID?
  package let title: RevertClaim.Title
  /// The tickets that it is work for; none where it names none.
  package let keys: [TicketKey]

  package init(id: WrittenID?, title: RevertClaim.Title, keys: [TicketKey]) {
    self.id = id
    self.title = title
    self.keys = keys
  }
}

extension MessageReader {
  /// How many items are read of one list. What is not read is found by nobody, who says so.
  private static let mostListed = 1_000

  /// What a message lists, in its order; what takes something back is left out. It may be any list: who quotes an item
  /// knows what it is.
  ///
  /// - Complexity: Linear in the length of the message.
  package func listedWork(in message: [UInt8]) -> [ListedWork] {
    let length = Self.lengthToRead(of: message.span)
    let parts = MessageParts(MessageText(Array(message.prefix(length))))
    return SquashItems(anyListOf: parts).items.prefix(Self.mostListed).compactMap { item in
      let facts = facts(ofMessage: parts.message(of: item))
      guard facts.reverts.isEmpty else { return nil }
      return ListedWork(
        id: item.commit.flatMap { WrittenID(parts.text.bytes[$0]) },
        title: TitleText.normalised(parts.text.bytes[item.subject]), keys: facts.implements.map(\.key))
    }
  }
}

extension MessageFacts {
  /// The same for some of what the message lists: of the tickets, theirs; all where they name none.
  package func narrowed(to listed: [ListedWork]) -> MessageFacts {
    let keys = Set(listed.flatMap(\.keys))
    guard !keys.isEmpty, listed.allSatisfy({ !$0.keys.isEmpty }) else { return self }
    var facts = self
    facts.implements.removeAll { !keys.contains($0.key) }
    return facts
  }
}

extension MessageParts {
  /// What a list has of a commit's message: where ids stand above, all of it; of an item with a bullet, what follows may
  /// be about the whole.
  fileprivate func message(of item: SquashItems.Item) -> [UInt8] {
    var message = Array(text.bytes[item.subject])
    guard item.commit != nil else { return message }
    for line in text.lines[item.lines].dropFirst() {
      message.append(UInt8(ascii: "\n"))
      message += text.bytes[line].drop(while: \.isBlank)
    }
    return message
  }
}
