/// Where a text has links: `https://...`, up to a blank, a bracket or a quotation mark.
struct LinkRanges {
  private let links: [Range<Int>]

  /// - Complexity: Linear.
  init(_ text: Span<UInt8>) {
    var links: [Range<Int>] = []
    var place = 0
    while let mark = text.start(of: "://", from: place) {
      var start = mark
      while start > place, text[start - 1].isSchemeCharacter { start -= 1 }
      var end = mark + 3
      while end < text.count, !text[end].endsLink { end += 1 }
      if start < mark { links.append(start..<end) }
      place = end
    }
    self.links = links
  }

  /// The link that `place` is within.
  func link(at place: Int) -> Range<Int>? {
    guard !links.isEmpty else { return nil }
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low].contains(place) ? links[low] : nil
  }
}

extension UInt8 {
  fileprivate var isSchemeCharacter: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }

  fileprivate var endsLink: Bool {
    switch self {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
