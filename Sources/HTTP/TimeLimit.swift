/// What all requests of one command have together, waits included.
package struct TimeLimit: Sendable {
  package let seconds: Int
  /// Zero or less when it is over.
  package let left: @Sendable () -> Duration

  package init(seconds: Int, left: @escaping @Sendable () -> Duration) {
    self.seconds = seconds
    self.left = left
  }

  /// - Throws: ``TransportError`` with `overdue` when it is over.
  func check() throws(TransportError) {
    guard left() > .zero else { throw .overdue(seconds: seconds) }
  }
}
