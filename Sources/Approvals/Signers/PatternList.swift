/// Patterns with `*` and `?` between commas, `!` before those that exclude, as in the files of OpenSSH.
struct PatternList: Equatable, Sendable {
  private struct Pattern: Equatable {
    let bytes: [UInt8]
    let isExclusion: Bool
  }

  private let patterns: [Pattern]

  init(_ text: some StringProtocol) {
    patterns = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
      let isExclusion = part.first == UInt8(ascii: "!")
      return Pattern(bytes: Array(isExclusion ? part.dropFirst() : part), isExclusion: isExclusion)
    }
  }

  /// Whether one matches, and none excludes.
  ///
  /// - Complexity: The product of the lengths.
  func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var isMatched = false
    for pattern in patterns where Self.matches(pattern.bytes, text) {
      if pattern.isExclusion { return false }
      isMatched = true
    }
    return isMatched
  }

  /// Whether a pattern that says something of who it is matches: `*` and `*@*` cover everybody, and name nobody.
  func names(_ text: String) -> Bool {
    guard matches(text) else { return false }
    let bytes = Array(text.utf8)
    return patterns.contains { pattern in
      !pattern.isExclusion && pattern.bytes.contains { !"*?@.".utf8.contains($0) } && Self.matches(pattern.bytes, bytes)
    }
  }

  /// Those that stand for one name alone.
  var literals: [String] {
    patterns.filter { !$0.isExclusion && !$0.bytes.contains { "*?".utf8.contains($0) } }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (place, start) = (0, 0)
    // Where the last star is, and how much of the text it has taken.
    var star: (place: Int, start: Int)?
    while start < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, start)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == text[start] {
        place += 1
        start += 1
      } else if let last = star {
        star = (last.place, last.start + 1)
        (place, start) = (last.place + 1, last.start + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
