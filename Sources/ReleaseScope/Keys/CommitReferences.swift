/// The commits that a message says it reverts.
enum RevertedIDs {
  /// What may stand before an id: in a list, in quotes or as code.
  private static let marks = Set(" \t,:;-*'\"`[(<".utf8)
  private static let phrase = ByteSearch("this reverts commit")
  private static let lastWord = ByteSearch("reverts")

  /// Whether it pays to look: the phrase may be broken over two lines, its last word may not.
  static func areLikely(in body: Span<UInt8>) -> Bool { lastWord.end(in: body) != nil }

  /// The ids after `This reverts commit` (or `commits`), several separated by commas or `and`.
  ///
  /// - Parameter body: The body, its lines joined by blanks.
  /// - Returns: 7 to 40 lower-case digits each, without repetition. The id after `changes made to` is none of them:
  ///   it is what a reverted merge was merged into.
  static func find(in body: [UInt8]) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var rest = body[...]
    while let end = phrase.end(in: rest) {
      rest = rest[end...]
      if rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
      while true {
        let afterMarks = rest.drop { marks.contains($0) }
        let id = afterMarks.prefix { $0.hexadecimalValue != nil }
        let next = afterMarks[id.endIndex...].first
        guard 7...40 ~= id.count, next.map({ !$0.isKeyCharacter }) ?? true else {
          guard afterMarks.starts(with: "and ".utf8) else { break }
          rest = afterMarks.dropFirst(4)
          continue
        }
        let text = String(decoding: id.map(\.lowercased), as: UTF8.self)
        if seen.insert(text).inserted { found.append(text) }
        rest = afterMarks[id.endIndex...]
      }
    }
    return found
  }
}

/// The line that `git cherry-pick -x` adds.
enum PickedFrom {
  private static let opening = Array("(cherry picked from commit ".utf8)

  static func id(in line: Span<UInt8>) -> ObjectID? {
    guard line.count > opening.count, line[0] == opening[0], line[line.count - 1] == UInt8(ascii: ")"),
      line.extracting(0..<opening.count).isEqual(to: opening.span)
    else { return nil }
    return ObjectID(hexadecimal: line.extracting(opening.count..<(line.count - 1)))
  }
}
