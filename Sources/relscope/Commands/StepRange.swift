import ReleaseScope

/// The value of `--require`.
enum StepRange {
  /// - Throws: ``Problem`` of kind `usage`.
  static func parse(_ text: String) throws(Problem) -> ClosedRange<Int> {
    let (first, last) = text.splitOnce("-") ?? (text, text)
    guard let first = Int(first), let last = Int(last), 1 <= first, first <= last, last <= 14 else {
      throw Problem(.usage, "'--require \(text)' names no steps", help: "write --require 1-9, or --require 7")
    }
    return first...last
  }
}
