/// A subject of the form `Revert "..."` or `Reapply "..."`.
struct RevertSubject {
  /// The range of the quotation in the subject, from the verb to the closing quotation mark.
  let range: Range<Int>
  /// The subject of the commit that is reverted.
  let target: String
  let depth: Int
  /// The innermost quoted text.
  let quoted: ArraySlice<UInt8>

  /// - Returns: `nil` if the subject is no revert. A ticket key, a `[tag]` or a `type:` may stand before the verb.
  init?(_ subject: [UInt8]) {
    guard subject.contains(UInt8(ascii: "\"")), let verb = Self.verb(in: subject[...]) else { return nil }
    let prefix = subject[..<verb.start]
    if let last = prefix.last(where: { !$0.isBlank }) {
      guard Self.endsLabel.contains(last) || last.isASCIIDigit, prefix.count <= 80 else { return nil }
    }
    let end = subject[verb.quote...].lastIndex(of: UInt8(ascii: "\"")) ?? subject.endIndex
    range = verb.start..<min(end + 1, subject.endIndex)
    var inner = subject[verb.quote..<end]
    let literal = String(decoding: inner, as: UTF8.self)
    target = verb.isReapply ? "Revert \"\(literal)\"" : literal
    var depth = verb.isReapply ? 2 : 1
    while let next = Self.verb(in: inner), next.start == inner.startIndex {
      depth += next.isReapply ? 2 : 1
      let end = inner[next.quote...].lastIndex(of: UInt8(ascii: "\"")) ?? inner.endIndex
      inner = inner[next.quote..<end]
    }
    self.depth = depth
    quoted = inner
  }

  private static let endsLabel = Set(":])}|-".utf8)

  private static let verbs = [(Array("revert \"".utf8), false), (Array("reapply \"".utf8), true)]

  private static func verb(
    in text: ArraySlice<UInt8>
  ) -> (start: Int, quote: Int, isReapply: Bool)? {
    for (word, isReapply) in verbs {
      var from = text.startIndex
      while let mark = text[from...].firstIndex(of: UInt8(ascii: "\"")) {
        let start = mark + 1 - word.count
        from = mark + 1
        guard start >= text.startIndex, text[start...mark].map(\.lowercased).elementsEqual(word) else { break }
        guard start == text.startIndex || !text[start - 1].isKeyCharacter else { break }
        return (start, mark + 1, isReapply)
      }
    }
    return nil
  }
}
