/// How titles are compared.
package enum TitleText {
  /// How many characters a title has at least that is quoted cut short.
  package static let shortest = 20

  private static let reland = ReversalVerb.forms { $0.action == .reland }
  private static let revert = ReversalVerb.forms { $0.action == .revert && $0.opensPlainTitle }
  /// These are verbs of a title only before a quotation, or the id of a commit.
  private static let quoting = ReversalVerb.forms { $0.action == .revert && !$0.opensPlainTitle }

  fileprivate static let namesOfCommits: [ASCIIWord] = ["changeset", "changesets", "commit", "commits", "revision"]

  private static let numbered: [ASCIIWord] = ["merged pr ", "pull request ", "merge request "]
  private static let tags: Set<String> = [
    "backport", "stable", "release", "main", "master", "hotfix", "cherry-pick", "cherry pick", "maintenance",
  ]

  /// A title without what tools add, its blanks folded, in lower case, and how many reverts stand around it.
  ///
  /// Of `[2.4] Revert "Cart (#12)" (#14)`, `cart` and 1. The numbers of pull requests, tags of branches, the mark of a
  /// pick, and quotation marks around what is reverted are left out.
  ///
  /// - Complexity: Linear in the title.
  package static func normalised(_ title: some Collection<UInt8>) -> RevertClaim.Title {
    let bytes = Array(title)
    var text = bytes[...]
    var depth = 0
    while true {
      text = withoutLabels(RequestNumbers.atEnd(text).rest)
      if text.last == UInt8(ascii: ")"), let open = text.suffix(200).lastIndex(of: UInt8(ascii: "(")),
        text[open...].begins(with: "(patchset ")
      {
        text = text[..<open].trimmingSpaces
        continue
      }
      guard let (times, rest) = verb(text) ?? verb(text.withoutKey) else { break }
      depth += times
      text = rest
    }
    return .init(folded(text), depth: depth)
  }

  /// A title of a claim: what is taken back by `times` reverts around a text.
  static func title(_ text: ArraySlice<UInt8>, in times: Int) -> RevertClaim.Title {
    let inner = normalised(text)
    return .init(inner.text, depth: inner.depth + times)
  }

  private static let mostLabels = 4

  /// A title without the tickets and the type that open it, one after the other.
  ///
  /// Of `[shop-12] feat(cart): vouchers`, `feat(cart): vouchers` and `vouchers`.
  package static func bare(_ title: RevertClaim.Title) -> [RevertClaim.Title] {
    var bare: [RevertClaim.Title] = []
    var text = Array(title.text.utf8)[...]
    while bare.count < mostLabels, let shorter = text.withoutSmallKey ?? text.withoutType, !shorter.isEmpty {
      text = shorter
      bare.append(.init(String(decoding: text, as: UTF8.self), depth: title.depth))
    }
    return bare
  }

  /// Whether some words stand in a title, one after the other.
  package static func has(_ title: RevertClaim.Title, words: String) -> Bool {
    !words.isEmpty && " \(title.text) ".contains(" \(words) ")
  }

  /// What stands before the mark of truncation, if there is one behind at least ``shortest`` characters.
  package static func cut(_ text: String) -> String? {
    for mark in ["…", "..."] where text.hasSuffix(mark) {
      let start = text.dropLast(mark.count)
      return start.count >= shortest ? String(start) : nil
    }
    return nil
  }

  /// Without the tags of branches and the numbers that it begins with.
  static func withoutLabels(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = title.trimmingSpaces
    while let shorter = withoutTag(text) ?? withoutNumber(text) { text = shorter }
    return text
  }

  private static func withoutTag(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.first == UInt8(ascii: "["), let close = text.prefix(64).firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let tag = text[(text.startIndex + 1)..<close].trimmingSpaces
    let name = String(decoding: tag.map(\.lowercased), as: UTF8.self)
    let isVersion = name.utf8.contains(UInt8(ascii: ".")) && name.utf8.contains(where: \.isASCIIDigit)
    let word = name.prefix { $0 != "/" && $0 != " " }
    guard isVersion || tags.contains(name) || tags.contains(String(word)) else { return nil }
    var rest = text[(close + 1)...]
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    return rest.trimmingSpaces
  }

  private static func withoutNumber(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first, "mMpP".utf8.contains(first),
      let form = numbered.first(where: { text.span.end(of: $0, at: 0) != nil })
    else { return nil }
    var rest = text.dropFirst(form.count)
    if rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "!") { rest = rest.dropFirst() }
    let digits = rest.prefix(while: \.isASCIIDigit)
    rest = rest[digits.endIndex...]
    guard !digits.isEmpty, rest.first == UInt8(ascii: ":") else { return nil }
    return rest.dropFirst().trimmingSpaces
  }

  /// How many reverts the verb is that a title begins with, and what it is about.
  private static func verb(_ text: ArraySlice<UInt8>) -> (times: Int, rest: ArraySlice<UInt8>)? {
    guard let first = text.first, "rRuUbBtT[".utf8.contains(first) else { return nil }
    let isTag = first == UInt8(ascii: "[")
    let start = isTag ? text.dropFirst() : text
    let span = start.span
    var times = 1
    var rest: ArraySlice<UInt8>
    var needsQuotation = false
    if let word = revert.first(where: { span.hasWord($0) }) {
      rest = start.dropFirst(word.count)
    } else if let word = reland.first(where: { span.hasWord($0) }) {
      (times, rest) = (2, start.dropFirst(word.count))
    } else if let word = quoting.first(where: { span.hasWord($0) }) {
      (rest, needsQuotation) = (start.dropFirst(word.count), true)
    } else {
      return nil
    }
    if isTag {
      guard rest.first == UInt8(ascii: "]") else { return nil }
      rest = rest.dropFirst()
    } else if rest.first == UInt8(ascii: "^") {
      let digits = rest.dropFirst().prefix(while: \.isASCIIDigit)
      guard let number = RequestReference.number(digits), number <= 1_000_000 else { return nil }
      (times, rest) = (number * times, rest[digits.endIndex...])
    } else if rest.first == UInt8(ascii: "("), let close = rest.prefix(64).firstIndex(of: UInt8(ascii: ")")) {
      let next = rest[(close + 1)...]
      guard next.first == UInt8(ascii: ":") || next.starts(with: "!:".utf8) else { return nil }
      rest = next
    }
    if rest.first == UInt8(ascii: "!") { rest = rest.dropFirst() }
    let hasColon = rest.first == UInt8(ascii: ":")
    if hasColon { rest = rest.dropFirst() }
    guard hasColon || isTag || rest.first?.isSpace == true else { return nil }
    rest = rest.trimmingSpaces
    if rest.span.hasWord("of") { rest = rest.dropFirst(2).trimmingSpaces }
    guard !rest.isEmpty else { return nil }
    if let quoted = unquoted(rest) { return (times, quoted) }
    return needsQuotation && !rest.namesCommit ? nil : (times, rest)
  }

  /// What stands between the mark that a text begins with and the one that it ends with.
  ///
  /// - Returns: `nil` if it does not begin with one. A title that was cut short has no mark at its end.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let open = QuotationMark(text.span, at: 0, end: text.count), open.role == .opens else { return nil }
    let inner = text.dropFirst(open.length)
    for length in [3, 2, 1] where inner.count > length {
      let place = inner.count - length
      if let close = QuotationMark(inner.span, at: place, end: inner.count), close.family == open.family,
        close.length == length
      {
        return inner.dropLast(length)
      }
    }
    // Something goes on behind the quotation: it is part of the title.
    let isCut = inner.span.endsCut
    return isCut ? inner : nil
  }

  private static func folded(_ text: ArraySlice<UInt8>) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var isASCII = true
    for byte in text {
      if byte.isSpace {
        if folded.last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
      } else {
        if byte >= 0x80 { isASCII = false }
        folded.append(byte.lowercased)
      }
    }
    if folded.last == UInt8(ascii: "."), !folded.span.endsCut { folded.removeLast() }
    let text = String(decoding: folded, as: UTF8.self)
    return isASCII ? text : text.lowercased()
  }
}

extension ArraySlice<UInt8> {
  /// What follows a ticket key, which may stand in brackets, and a colon; all of it if it begins with none.
  fileprivate var withoutKey: ArraySlice<UInt8> {
    var rest = self
    if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst() }
    let project = rest.prefix { $0.isASCIICapital || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    rest = rest[project.endIndex...]
    guard project.count > 1, rest.first == UInt8(ascii: "-") else { return self }
    let number = rest.dropFirst().prefix(while: \.isASCIIDigit)
    guard !number.isEmpty else { return self }
    rest = rest[number.endIndex...]
    if rest.first == UInt8(ascii: "]") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    return rest.first?.isSpace == true ? rest.trimmingSpaces : self
  }
}

extension ArraySlice<UInt8> {
  /// What follows a ticket key in small letters, brackets and marks around it; `nil` if it begins with none.
  fileprivate var withoutSmallKey: ArraySlice<UInt8>? {
    var rest = self
    while let mark = rest.first, "[(".utf8.contains(mark) { rest = rest.dropFirst() }
    let project = rest.prefix { $0.isKeyCharacter }
    rest = rest[project.endIndex...]
    guard project.count > 1, project.first?.isASCIILetter == true, rest.first == UInt8(ascii: "-") else { return nil }
    let number = rest.dropFirst().prefix(while: \.isASCIIDigit)
    rest = rest[number.endIndex...]
    guard !number.isEmpty, rest.first.map({ !($0.isKeyCharacter || $0 >= 0x80) }) ?? false else { return nil }
    return rest.drop { $0.isSpace || "]):,;/&+|.-".utf8.contains($0) }
  }

  /// Whether it begins with `changeset a1b2c3d`.
  fileprivate var namesCommit: Bool {
    guard let name = TitleText.namesOfCommits.first(where: { span.hasWord($0) }) else { return false }
    let id = dropFirst(name.count).trimmingSpaces.prefix { $0.isKeyCharacter || $0 >= 0x80 }
    return WrittenID(id) != nil
  }

  /// What follows `feat(cart)!:`.
  fileprivate var withoutType: ArraySlice<UInt8>? {
    let type = prefix(while: \.isASCIILetter)
    var rest = self[type.endIndex...]
    guard 1...12 ~= type.count else { return nil }
    if rest.first == UInt8(ascii: "("), let close = rest.prefix(64).firstIndex(of: UInt8(ascii: ")")) {
      rest = rest[(close + 1)...]
    }
    if rest.first == UInt8(ascii: "!") { rest = rest.dropFirst() }
    return rest.first == UInt8(ascii: ":") ? rest.dropFirst().trimmingSpaces : nil
  }
}

extension Span<UInt8> {
  /// Whether a word in lower case stands first, and no letter or digit follows.
  fileprivate func hasWord(_ word: ASCIIWord) -> Bool {
    starts(with: word) && (word.count == count || !(self[word.count].isKeyCharacter || self[word.count] >= 0x80))
  }

  fileprivate var endsCut: Bool {
    guard count >= 3 else { return false }
    return (self[count - 3], self[count - 2], self[count - 1]) == (0xE2, 0x80, 0xA6)
      || end(of: "...", at: count - 3) != nil
  }
}
