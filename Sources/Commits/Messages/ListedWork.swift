/// One of the commits that a message lists, as a squash does.
package struct ListedWork: Equatable, Sendable {
  /// `nil` in a list without ids.
  package let id: WrittenID?
  package let title: RevertClaim.Title
  /// The number of its pull request.
  package let request: Int?
  /// The tickets that it is work for; none where it names none.
  package let keys: [TicketKey]

  package init(id: WrittenID?, title: RevertClaim.Title, request: Int?, keys: [TicketKey]) {
    self.id = id
    self.title = title
    self.request = request
    self.keys = keys
  }
}

extension MessageReader {
  /// How many items a list has at most that is read: of a longer one, a part that was cut off could be a ticket's.
  private static let mostListed = 1_000

  /// What a message lists, in its order; what takes something back is left out. It may be any list: who quotes an item
  /// knows what it is.
  ///
  /// - Returns: Nothing for a list of more than 1,000 items.
  /// - Complexity: Linear in the length of the message.
  package func listedWork(in message: [UInt8]) -> [ListedWork] {
    let length = Self.lengthToRead(of: message.span)
    let parts = MessageParts(MessageText(Array(message.prefix(length))))
    let items = SquashItems(anyListOf: parts).items
    guard items.count <= Self.mostListed else { return [] }
    func read(_ item: SquashItems.Item, isWhole: Bool = true) -> MessageFacts {
      facts(ofMessage: parts.message(of: item, isWhole: isWhole))
    }
    // What follows the last bullet may be about the whole, if it is not what follows the others.
    let hasTrailers = items.dropLast().contains {
      read($0, isWhole: false).implements.isEmpty && !read($0).implements.isEmpty
    }
    return items.indices.compactMap { place in
      let item = items[place]
      let facts = read(item, isWhole: item.commit != nil || place < items.endIndex - 1 || hasTrailers)
      guard facts.reverts.isEmpty else { return nil }
      let title = parts.text.bytes[item.subject]
      return ListedWork(
        id: item.commit.flatMap { WrittenID(parts.text.bytes[$0]) }, title: TitleText.normalised(title),
        request: RequestNumbers.find(inTitle: title).last, keys: facts.implements.map(\.key))
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
  /// What a list has of a commit's message: its title, or all of it.
  fileprivate func message(of item: SquashItems.Item, isWhole: Bool) -> [UInt8] {
    var message = Array(text.bytes[item.subject])
    guard isWhole else { return message }
    for line in text.lines[item.lines].dropFirst() {
      message.append(UInt8(ascii: "\n"))
      message += text.bytes[line].drop(while: \.isBlank)
    }
    return message
  }
}
