import Commits
import Glibc

/// How often each line is in a text, wherever it is.
struct LineCounts {
  /// A line without what ends it.
  struct Line: Hashable {
    private let text: [UInt8]
    private let range: Range<Int>
    private let digest: UInt64

    fileprivate init(_ text: [UInt8], _ range: Range<Int>) {
      self.text = text
      self.range = range
      digest = text.span.extracting(range).digest
    }

    /// Whether it has nothing but blanks.
    var isBlank: Bool { range.allSatisfy { text[$0] == UInt8(ascii: " ") || (9...13).contains(text[$0]) } }

    /// The same, without the rest of the text that it is from.
    var alone: Line { Line(Array(text[range]), 0..<range.count) }

    static func == (left: Self, right: Self) -> Bool {
      guard left.digest == right.digest, left.range.count == right.range.count else { return false }
      return unsafe left.text.withUnsafeBytes { one in
        unsafe right.text.withUnsafeBytes { other in
          guard let one = one.baseAddress, let other = other.baseAddress else { return true }
          return unsafe memcmp(one + left.range.lowerBound, other + right.range.lowerBound, left.range.count) == 0
        }
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }

    func _rawHashValue(seed: Int) -> Int { HashMixing.hash(digest, seed: seed) }
  }

  /// The lines of which a text has more than another, with how many more.
  typealias Surplus = [Line: Int]

  private static let longest = 1 << 25

  /// Whether a text has a zero among the first 8,000 bytes, by which git and libgit2 tell binary files.
  static func isBinary(_ text: [UInt8]) -> Bool {
    let head = min(text.count, 8_000)
    return text.span.extracting(0..<head).index(of: 0, from: 0) < head
  }

  /// Whether a text has lines: it is not binary, and has 32 MiB at most.
  static func areLines(_ text: [UInt8]) -> Bool { text.count <= longest && !isBinary(text) }

  private(set) var counts: [Line: Int] = [:]
  /// How many lines the text has.
  private(set) var total = 0

  /// - Returns: `nil` for what has no lines.
  init?(_ text: [UInt8]) {
    guard Self.areLines(text) else { return nil }
    self.init(text, in: text.indices)
  }

  /// - Parameter range: Of whole lines.
  init(_ text: [UInt8], in range: Range<Int>) {
    counts.reserveCapacity(range.count / 40)
    Self.forEachLine(of: text, in: range) {
      counts[$0, default: 0] += 1
      total += 1
    }
  }

  /// Calls `body` with each line of a range of whole lines.
  static func forEachLine(of text: [UInt8], in range: Range<Int>, _ body: (Line) -> Void) {
    let bytes = text.span
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Swift.min(bytes.index(of: UInt8(ascii: "\n"), from: start), range.upperBound)
      let isReturned = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      body(Line(text, start..<(isReturned ? end - 1 : end)))
      start = end + 1
    }
  }

  /// How often a line is in the text.
  subscript(line: Line) -> Int { counts[line] ?? 0 }

  /// How many of the lines are in another text as well.
  func count(in other: LineCounts) -> Int { counts.reduce(0) { $0 + min($1.value, other[$1.key]) } }

  mutating func add(_ other: LineCounts) {
    for (line, count) in other.counts { counts[line, default: 0] += count }
    total += other.total
  }

  /// What this text has more of than `other`.
  func surplus(over other: LineCounts) -> Surplus {
    var surplus: Surplus = [:]
    for (line, count) in counts where count > other[line] { surplus[line] = count - other[line] }
    return surplus
  }
}

extension Span<UInt8> {
  /// What differs for most texts that differ. Nobody can tell it beforehand, so that no text is made of lines that
  /// share it.
  fileprivate var digest: UInt64 {
    let factor = Secrets.factor
    var digest = Secrets.seed ^ UInt64(count)
    var place = 0
    while place < count {
      let (high, low) = (digest ^ head(of: place..<Swift.min(place + 8, count))).multipliedFullWidth(by: factor)
      digest = high ^ low
      place += 8
    }
    return digest
  }
}

private enum Secrets {
  static let seed = UInt64.random(in: .min ... .max)
  static let factor = UInt64.random(in: .min ... .max) | 1 << 63 | 1
}
