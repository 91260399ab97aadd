/// The numbers of the pull request that a title belongs to.
package enum RequestNumbers {
  /// What stands before a number in brackets at the end: `(#12)`, `(pull request #12)`, `(backport #15)`.
  private static let words: Set<String> = ["", "pull request", "pr", "merge request", "mr", "backport", "cherry-pick"]
  /// The forms that begin a title; `#` may stand before the number.
  private static let openings: [ASCIIWord] = [
    "merged pr ", "pull request ", "merge pull request ", "merge request ", "auto merge of ", "rollup merge of ",
    "merge #", "pr #", "pr ", "merge pr ",
  ]

  /// The numbers in order, the commit's own last.
  ///
  /// Those of what the title quotes are not among them.
  package static func find(inTitle title: some Collection<UInt8>) -> [Int] {
    let title = Array(title)
    let end = atEnd(title[...])
    return opening(title) + end.numbers.map(\.number)
  }

  /// The numbers in brackets at the end of a text, and what stands before them.
  static func atEnd(_ text: ArraySlice<UInt8>) -> (rest: ArraySlice<UInt8>, numbers: [(number: Int, isCopy: Bool)]) {
    var rest = text.trimmingSpaces
    var numbers: [(number: Int, isCopy: Bool)] = []
    while true {
      if let shorter = PickMark.dropped(fromEndOf: rest) {
        rest = shorter
      } else if let last = bracketed(rest) {
        numbers += last.numbers.reversed()
        rest = last.rest
      } else {
        break
      }
    }
    return (rest, numbers.reversed())
  }

  private static func bracketed(
    _ text: ArraySlice<UInt8>
  ) -> (rest: ArraySlice<UInt8>, numbers: [(number: Int, isCopy: Bool)])? {
    guard text.last == UInt8(ascii: ")"),
      let open = text.suffix(64).lastIndex(of: UInt8(ascii: "(")), open > text.startIndex
    else { return nil }
    let content = text[(open + 1)..<(text.endIndex - 1)]
    guard let mark = content.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }) else {
      return nil
    }
    let word = String(decoding: content[..<mark].trimmingSpaces.map(\.lowercased), as: UTF8.self)
    guard words.contains(word) else { return nil }
    var numbers: [(number: Int, isCopy: Bool)] = []
    for part in content[mark...].split(whereSeparator: { $0 == UInt8(ascii: ",") || $0.isSpace }) {
      guard let first = part.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "!"),
        let number = RequestReference.number(part.dropFirst())
      else { return nil }
      numbers.append((number, word == "backport" || word == "cherry-pick"))
    }
    return (text[..<open].trimmingSpaces, numbers)
  }

  private static func opening(_ title: [UInt8]) -> [Int] {
    guard let form = openings.first(where: { title.span.end(of: $0, at: 0) != nil }) else { return [] }
    var rest = title[form.count...]
    var numbers: [Int] = []
    let isMarked = form[form.count - 1] == UInt8(ascii: "#")
    while true {
      let mark = rest.first
      if mark == UInt8(ascii: "#") || mark == UInt8(ascii: "!") { rest = rest.dropFirst() }
      let digits = rest.prefix(while: \.isASCIIDigit)
      guard let number = RequestReference.number(digits) else { break }
      rest = rest[digits.endIndex...]
      let isTitle = rest.first == UInt8(ascii: ":")
      guard isTitle || isMarked || !numbers.isEmpty || mark == UInt8(ascii: "#") || mark == UInt8(ascii: "!") else {
        break
      }
      numbers.append(number)
      guard rest.first == UInt8(ascii: " "), rest.dropFirst().first == UInt8(ascii: "#") else { break }
      rest = rest.dropFirst()
    }
    if numbers.isEmpty, title.span.starts(with: "merge pull request ") { return named(title) }
    return numbers
  }

  /// Of `Merge pull request 'title' (#12) from branch`, 12.
  private static func named(_ title: [UInt8]) -> [Int] {
    let from: ASCIIWord = " from "
    var place = title.count - from.count
    while place > 0 {
      if title.span.end(of: from, at: place) != nil, let found = bracketed(title[..<place]) {
        return found.numbers.map(\.number)
      }
      place -= 1
    }
    return []
  }
}

extension ArraySlice<UInt8> {
  func begins(with word: ASCIIWord) -> Bool { span.starts(with: word) }

  /// Without the blanks around it.
  var trimmingSpaces: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return self[start..<end]
  }
}
