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
