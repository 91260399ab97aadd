/// The words about work that takes long: nothing in its first second.
///
/// On a terminal one line that changes; elsewhere, as in the log of a CI job, a line every ten seconds.
package struct ProgressLine: Sendable {
  private let isTerminal: Bool
  private var isShown = false
  private var next: Duration = .seconds(1)

  package init(isTerminal: Bool) {
    self.isTerminal = isTerminal
  }

  /// - Parameters:
  ///   - words: How far the work is.
  ///   - elapsed: Since it began.
  /// - Returns: What to write; `nil` for nothing.
  package mutating func text(_ words: @autoclosure () -> String, after elapsed: Duration) -> String? {
    guard elapsed >= next else { return nil }
    next = elapsed + (isTerminal ? .milliseconds(100) : .seconds(10))
    isShown = true
    return isTerminal ? "\r\u{1B}[K\(words())" : "relscope: \(words())\n"
  }

  /// - Returns: What takes the line away; `nil` if there is none.
  package mutating func end() -> String? {
    guard isShown, isTerminal else { return nil }
    isShown = false
    return "\r\u{1B}[K"
  }
}
