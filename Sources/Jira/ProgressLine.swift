/// The words about a fetch that takes long: nothing in its first second.
///
/// On a terminal one line that changes; elsewhere, as in the log of a CI job, a line every ten seconds.
package struct ProgressLine: Sendable {
  private let isTerminal: Bool
  private var isShown = false
  private var next: Duration = .seconds(1)

  package init(isTerminal: Bool) {
    self.isTerminal = isTerminal
  }

  /// - Parameter elapsed: Since the fetch began.
  /// - Returns: What to write; `nil` for nothing.
  package mutating func text(_ progress: FetchProgress, after elapsed: Duration) -> String? {
    guard elapsed >= next else { return nil }
    next = elapsed + (isTerminal ? .milliseconds(100) : .seconds(10))
    isShown = true
    return isTerminal ? "\r\u{1B}[K\(Self.words(progress))" : "relscope: \(Self.words(progress))\n"
  }

  /// - Returns: What takes the line away; `nil` if there is none.
  package mutating func end() -> String? {
    guard isShown, isTerminal else { return nil }
    isShown = false
    return "\r\u{1B}[K"
  }

  private static func words(_ progress: FetchProgress) -> String {
    switch progress {
    case .tickets(let count, of: nil): "fetching tickets: \(count)"
    case .tickets(let count, of: let total?): "fetching tickets: \(count) of \(total)"
    case .histories(let count, of: let total): "reading histories: \(count) of \(total)"
    case .others(let count, of: let total): "asking for tickets of the commits: \(count) of \(total)"
    }
  }
}
