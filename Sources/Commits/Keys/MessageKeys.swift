/// The keys of a message in order, and where links are.
struct MessageKeys {
  let bytes: [UInt8]
  let matches: [KeyScanner.Match]
  let others: [KeyScanner.Match]
  let links: LinkRanges

  /// - Complexity: One pass; a second one, for links, when the first has found keys.
  init(_ bytes: [UInt8], _ scanner: KeyScanner) {
    self.bytes = bytes
    (matches, others) = scanner.scan(bytes.span, at: 0)
    links = LinkRanges(matches.isEmpty && others.isEmpty ? Span() : bytes.span)
  }

  /// The link that a key is in.
  func link(of match: KeyScanner.Match) -> Range<Int>? { links.link(at: match.range.lowerBound) }

  /// Whether a key is what a link to its ticket ends with: `https://jira.example.com/browse/SHOP-12`.
  func isTicketLink(_ match: KeyScanner.Match, _ link: Range<Int>) -> Bool {
    let folder: ASCIIWord = "/browse/"
    let (start, end) = (match.range.lowerBound - folder.count, match.range.upperBound)
    guard start > link.lowerBound, bytes.span.end(of: folder, at: start) != nil else { return false }
    return end == link.upperBound || !(bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-"))
  }

  /// The index of the first key that begins at `place` or behind it.
  func firstIndex(from place: Int) -> Int {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indexes of the keys in `range`.
  func indices(in range: Range<Int>) -> Range<Int> {
    guard !matches.isEmpty else { return 0..<0 }
    let first = firstIndex(from: range.lowerBound)
    return first..<Swift.max(first, firstIndex(from: range.upperBound))
  }
}
