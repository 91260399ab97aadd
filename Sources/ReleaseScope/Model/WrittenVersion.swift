/// A name that ends with a version's number, taken apart: `rel/lang-3.12.0-RC1` is `rel/lang-` and `3.12.0-RC1`.
package struct WrittenVersion: Equatable, Sendable {
  /// What stands before the number; empty for `5.3`.
  package let before: String
  package let version: String
  /// A word for a branch behind the number: `-release` in `2.4-release`.
  package let after: String
  /// Whether the number has more than one part: `5.3`, and not `5`.
  package let hasParts: Bool
  /// Whether the version is a step on the way to another one: `3.12.0-RC1`.
  package let isPreliminary: Bool

  /// `rel/lang-{version}`.
  package var pattern: String { "\(before){version}\(after)" }

  private static let branchWords: Set<String> = ["release", "stable", "branch", "maintenance"]
  private static let preliminary: Set<String> = [
    "rc", "alpha", "beta", "a", "b", "m", "cr", "snapshot", "pre", "preview", "dev", "candidate", "milestone", "ea",
  ]
  private static let qualifiers: Set<String> = [
    "x", "final", "ga", "release", "sp", "p", "patch", "hotfix", "build", "incubating",
  ]

  /// - Returns: `nil` for a name that has no number, or more behind it than belongs to a version: `37-upgrade-tests`.
  package init?(_ name: String) {
    var start = name.startIndex
    while let place = Self.number(in: name, from: start) {
      if let written = Self(name, at: place) {
        self = written
        return
      }
      start = name[place...].firstIndex { !$0.isASCIIDigit } ?? name.endIndex
    }
    return nil
  }

  /// Where the next number begins that is not a part of a word; a `v` may stand before it.
  private static func number(in name: String, from start: String.Index) -> String.Index? {
    var place = start
    while place < name.endIndex {
      let word = name[..<place].reversed().prefix { $0.isLetter || $0.isASCIIDigit }
      let isStart = word.isEmpty || (word.count == 1 && "vVr".contains(word[word.startIndex]))
      // `1_0` is one number in another form, which is not the version's name.
      let isRest = word.isEmpty && name[..<place].dropLast().last?.isASCIIDigit == true
      if name[place].isASCIIDigit, isStart, !isRest { return place }
      place = name.index(after: place)
    }
    return nil
  }

  private init?(_ name: String, at start: String.Index) {
    var rest = name[start...]
    var parts = 0
    while let digits = Optional(rest.prefix(while: \.isASCIIDigit)), !digits.isEmpty {
      parts += 1
      rest = rest.dropFirst(digits.count)
      guard rest.first == ".", rest.dropFirst().first?.isASCIIDigit == true else { break }
      rest = rest.dropFirst()
    }
    before = String(name[..<start])
    let tail = String(rest)
    if let mark = tail.first, "-_/".contains(mark), Self.branchWords.contains(tail.dropFirst().lowercased()) {
      (version, after, hasParts, isPreliminary) = (String(name[start...].dropLast(tail.count)), tail, parts > 1, false)
      return
    }
    let words = tail.lowercased().split { !$0.isLetter }.map(String.init)
    let isForeign =
      tail.contains { !$0.isASCIIDigit && !$0.isLetter && !".-_".contains($0) }
      || words.contains { !Self.qualifiers.contains($0) && !Self.preliminary.contains($0) }
    guard !isForeign, tail.isEmpty || !words.isEmpty, tail.first != "_" || parts > 1 else { return nil }
    version = String(name[start...])
    after = ""
    hasParts = parts > 1 || words.contains("x")
    isPreliminary = words.contains { Self.preliminary.contains($0) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
