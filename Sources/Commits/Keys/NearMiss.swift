/// A piece of text that looks like a mistyped key, and the key that was probably meant.
package struct NearMiss: Hashable, Sendable {
  package let text: String
  package let suggestion: TicketKey

  package init(text: String, suggestion: TicketKey) {
    self.text = text
    self.suggestion = suggestion
  }
}
