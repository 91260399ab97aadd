/// A pull request that a text names: `#12`, `!12`, `shop/web#12`, `PR 12`, an address.
enum RequestReference {
  private static let nouns: Set<String> = ["pr", "prs", "mr", "mrs", "request", "requests"]
  /// The most tokens that the name of a repository has.
  private static let reach = 16
  /// What stands before the number in an address, longest first.
  private static let paths: [ASCIIWord] = [
    "/merge_requests/", "/pull-requests/", "/pullrequest/", "/pullrequests/", "/pulls/", "/pull/",
  ]

  private static let commitPaths: [ASCIIWord] = ["/commit/", "/commits/", "/changeset/"]

  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard 1...9 ~= digits.count, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return number > 0 ? number : nil
  }

  /// The reference at a place, and where it ends.
  static func read(_ tokens: ClaimTokens, at place: Int) -> (number: Int, end: Int)? {
    switch tokens.kind(place) {
    case .link:
      return number(inLink: tokens.bytes[tokens.range(place)]).map { ($0, place + 1) }
    case .mark where tokens.isMark(place, "#") || tokens.isMark(place, "!"):
      guard tokens.isJoined(place + 1), let number = number(tokens, place + 1) else { return nil }
      return (number, place + 2)
    case .word:
      if nouns.contains(tokens.word(place - 1)), let number = number(tokens, place) { return (number, place + 1) }
      let word = tokens.word(place)
      if word.hasPrefix("pr-") || word.hasPrefix("mr-"), let number = number(word.utf8.dropFirst(3)) {
        return (number, place + 1)
      }
      var next = place + 1
      var hasSlash = false
      while next - place < reach, tokens.isJoined(next) {
        if tokens.isMark(next, "#") || tokens.isMark(next, "!") {
          guard hasSlash || tokens.isMark(next, "#"), tokens.isJoined(next + 1),
            let number = number(tokens, next + 1)
          else { return nil }
          return (number, next + 2)
        }
        if tokens.isMark(next, "/") { hasSlash = true }
        guard tokens.kind(next) == .word || tokens.isMark(next, "/") || tokens.isMark(next, ".") else { return nil }
        next += 1
      }
      return nil
    case .mark, .quote, .bullet, .lineBreak, .paragraphBreak, nil: return nil
    }
  }

  private static func number(_ tokens: ClaimTokens, _ place: Int) -> Int? {
    tokens.kind(place) == .word ? number(tokens.bytes[tokens.range(place)]) : nil
  }

  /// The number in the address of a pull request.
  static func number(inLink link: ArraySlice<UInt8>) -> Int? {
    first(in: link, behind: paths) { number($0.prefix(while: \.isASCIIDigit)) }
  }

  /// The id in the address of a commit.
  static func id(inLink link: ArraySlice<UInt8>) -> WrittenID? {
    first(in: link, behind: commitPaths) { WrittenID($0.prefix { $0.hexadecimalValue != nil }) }
  }

  private static func first<Name>(
    in link: ArraySlice<UInt8>, behind paths: [ASCIIWord], _ read: (ArraySlice<UInt8>) -> Name?
  ) -> Name? {
    let text = link.span
    for path in paths {
      var place = 0
      while let start = text.start(of: path, from: place) {
        place = start + path.count
        if let name = read(link[(link.startIndex + place)...]) { return name }
      }
    }
    return nil
  }
}
