/// The commits and runs of commits of a list.
extension ObjectList {
  mutating func readCommits(at place: Int, saysCommit: Bool) -> Int? {
    guard let first = id(at: place, saysCommit: saysCommit) else { return nil }
    var next = place + 1
    let hasParent = (tokens.isMark(next, "^") || tokens.isMark(next, "~")) && tokens.isJoined(next)
    if hasParent { next += 1 }
    if let place = afterRange(next), case let isWritten = tokens.isMark(place - 1, "."),
      let last = id(at: place, saysCommit: isWritten)
    {
      named.runs.append(.init(first: first, last: last))
      // Words may mean something else.
      if !isWritten { named.ids += [first, last] }
      return place + 1
    }
    named.ids.append(first)
    return place + 1
  }

  /// Where the last commit of a run stands, behind `..`, `to`, `through` or a dash.
  private func afterRange(_ start: Int) -> Int? {
    var (place, dots) = (start, 0)
    while tokens.isMark(place, "."), tokens.isJoined(place) { (place, dots) = (place + 1, dots + 1) }
    if dots > 0 { return dots >= 2 && tokens.isJoined(place) ? place : nil }
    if tokens.word(place) == "up" { place += 1 }
    guard tokens.isMark(place, "-") || Self.ranges.contains(tokens.word(place)) else { return nil }
    return place + 1
  }

  /// An id that no word says is a commit's has a digit: `defaced` is a word.
  func id(at place: Int, saysCommit: Bool) -> WrittenID? {
    guard tokens.kind(place) == .word, case let digits = tokens.bytes[tokens.range(place)],
      saysCommit || digits.contains(where: \.isASCIIDigit)
    else { return nil }
    return WrittenID(digits)
  }

  /// What stands between the first and the last commit of a run, dashes included.
  private static let ranges: Set<String> = ["to", "through", "thru", "–", "—"]
}

extension ArraySlice<UInt8> {
  /// The text of a Markdown link whose opening bracket is passed; all of it where none ends so.
  var beforeMarkdownAddress: ArraySlice<UInt8> {
    guard last == UInt8(ascii: ")"), let bracket = lastIndex(of: UInt8(ascii: "]")), bracket + 1 < endIndex,
      self[bracket + 1] == UInt8(ascii: "(")
    else { return self }
    return self[..<bracket]
  }
}
