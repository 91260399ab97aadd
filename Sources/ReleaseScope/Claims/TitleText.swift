/// A title as it is compared: see ``RevertClaim/Title``.
package enum TitleText {
  package struct Normalised: Equatable, Sendable {
    package let text: String
    package let depth: Int
    /// Whether a forge cut it short; `text` ends before the mark of that.
    package let isCut: Bool
  }

  package static func normalised(_ title: some Collection<UInt8>) -> Normalised {
    var text = String(decoding: title, as: UTF8.self).lowercased()
    var depth = 0
    while text.hasPrefix("revert \""), let end = text.lastIndex(of: "\"") {
      text = String(text[text.index(text.startIndex, offsetBy: 8)..<end])
      depth += 1
    }
    if text.hasPrefix("reapply \""), let end = text.lastIndex(of: "\"") {
      text = String(text[text.index(text.startIndex, offsetBy: 9)..<end])
      depth += 2
    }
    var words = text.split(whereSeparator: \.isWhitespace)
    while let last = words.last, last.hasPrefix("(#") || last.hasPrefix("(!"), words.count > 1 { words.removeLast() }
    text = words.joined(separator: " ")
    for mark in ["…", "..."] where text.hasSuffix(mark) && text.count >= 20 + mark.count {
      return Normalised(text: String(text.dropLast(mark.count)), depth: depth, isCut: true)
    }
    return Normalised(text: text, depth: depth, isCut: false)
  }
}

package enum RequestNumbers {
  /// The numbers in a title, in order; the commit's own is the last.
  package static func find(inTitle title: [UInt8]) -> [Int] {
    String(decoding: title, as: UTF8.self).split(separator: "(#").dropFirst().compactMap {
      Int($0.prefix { $0 != ")" })
    }
  }
}
