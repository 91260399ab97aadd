/// An e-mail address, by which people are compared: the case of its domain does not count.
package struct Mailbox: Hashable, Sendable {
  private let text: String

  package init(_ address: String) {
    guard let at = address.lastIndex(of: "@") else {
      text = address
      return
    }
    text = address[..<at] + address[at...].lowercased()
  }
}
