/// The one address of people who commit by several, as git's `.mailmap` says it.
package struct Mailmap: Sendable {
  package static let path = ".mailmap"
  private static let sizeLimit = 1 << 20

  /// By the address of commits.
  private var addresses: [Mailbox: Mailbox] = [:]

  /// Reads a file; what is no line of that form says nothing, as for git.
  ///
  /// - Complexity: Linear up to a bound.
  package init(_ bytes: [UInt8]) {
    for line in bytes.prefix(Self.sizeLimit).split(separator: 10) {
      let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      let found = Self.addresses(in: text)
      guard found.count == 2 else { continue }
      addresses[Mailbox(found[1])] = Mailbox(found[0])
    }
  }

  package func person(_ address: String) -> Mailbox {
    let mailbox = Mailbox(address)
    return addresses[mailbox] ?? mailbox
  }

  /// What stands between `<` and `>`, in order.
  static func addresses(in text: some StringProtocol) -> [String] {
    text.split(separator: "<").dropFirst().compactMap { part in
      part.firstIndex(of: ">").map { String(part[..<$0]) }
    }
  }
}

/// Those whom a message names as authors besides the one that git names.
package enum CoAuthors {
  private static let label = Array("co-authored-by:".utf8)

  /// Their addresses, in order.
  ///
  /// - Complexity: Linear.
  package static func addresses(in message: [UInt8]) -> [String] {
    message.split(separator: 10).filter { line in
      line.count > label.count && zip(line, label).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
    }.flatMap { Mailmap.addresses(in: String(decoding: $0, as: UTF8.self)) }
  }
}
