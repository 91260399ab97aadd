/// How often each line is in a text, wherever it is.
struct LineCounts {
  /// A line without what ends it.
  struct Line: Hashable {
    private let text: [UInt8]
    private let range: Range<Int>

    fileprivate init(_ text: [UInt8], _ range: Range<Int>) {
      self.text = text
      self.range = range
    }

    /// Whether it has nothing but blanks.
    var isBlank: Bool { range.allSatisfy { text[$0] == UInt8(ascii: " ") || (9...13).contains(text[$0]) } }

    static func == (left: Self, right: Self) -> Bool { left.text[left.range] == right.text[right.range] }

    func hash(into hasher: inout Hasher) {
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
  }

  /// The lines of which a text has more than another, with how many more.
  typealias Surplus = [Line: Int]

  private static let longest = 1 << 25

  /// Whether a text has lines: no zero among the first 8,000 bytes, by which git tells binary files, and 32 MiB at most.
  static func areLines(_ text: [UInt8]) -> Bool { text.count <= longest && !text.prefix(8_000).contains(0) }

  private(set) var counts: [Line: Int] = [:]

  /// - Returns: `nil` for what has no lines.
  init?(_ text: [UInt8]) {
    guard Self.areLines(text) else { return nil }
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let isReturned = end > start && text[end - 1] == UInt8(ascii: "\r")
      counts[Line(text, start..<(isReturned ? end - 1 : end)), default: 0] += 1
      start = end + 1
    }
  }

  /// How often a line is in the text.
  subscript(line: Line) -> Int { counts[line] ?? 0 }

  /// How many lines the text has.
  var total: Int { counts.values.reduce(0, +) }

  /// How many of the lines are in another text as well.
  func count(in other: LineCounts) -> Int { counts.reduce(0) { $0 + min($1.value, other[$1.key]) } }

  /// What this text has more of than `other`.
  func surplus(over other: LineCounts) -> Surplus {
    var surplus: Surplus = [:]
    for (line, count) in counts where count > other[line] { surplus[line] = count - other[line] }
    return surplus
  }
}
