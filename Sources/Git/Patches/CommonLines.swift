import Commits

/// The whole lines with which two texts begin and with which they end.
struct CommonLines {
  private let old: [UInt8]
  private let new: [UInt8]
  /// How many bytes both begin with.
  let start: Int
  /// How many bytes both end with, behind those.
  let end: Int

  /// - Complexity: Linear in what both begin and end with.
  init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = old
    self.new = new
    start = Self.start(old.span, new.span)
    end = Self.end(old.span, new.span, behind: start)
  }

  /// What is between, with as many of the common lines before and behind it as there are up to `lines`.
  func between(with lines: Int) -> (old: ArraySlice<UInt8>, new: ArraySlice<UInt8>) {
    let text = old.span
    var first = start
    for _ in 0..<lines where first > 0 {
      first -= 1
      while first > 0, text[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    }
    var last = old.count - end
    for _ in 0..<lines { last = min(text.index(of: UInt8(ascii: "\n"), from: last) + 1, old.count) }
    return (old[first..<last], new[first..<(last + new.count - old.count)])
  }

  private static func start(_ old: Span<UInt8>, _ new: Span<UInt8>) -> Int {
    let most = min(old.count, new.count)
    var place = 0
    while place <= most - 8, old.word(at: place) == new.word(at: place) { place += 8 }
    while place < most, old[place] == new[place] { place += 1 }
    while place > 0, old[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return place
  }

  private static func end(_ old: Span<UInt8>, _ new: Span<UInt8>, behind start: Int) -> Int {
    let most = min(old.count, new.count) - start
    var count = 0
    while count <= most - 8, old.word(at: old.count - count - 8) == new.word(at: new.count - count - 8) { count += 8 }
    while count < most, old[old.count - count - 1] == new[new.count - count - 1] { count += 1 }
    // The first of these lines may only end as another one does.
    let line = old.index(of: UInt8(ascii: "\n"), from: old.count - count)
    return max(0, old.count - line - 1)
  }
}
