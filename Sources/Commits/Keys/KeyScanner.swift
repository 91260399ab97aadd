/// Finds ticket keys in bytes.
///
/// A key is not part of a longer word, and `SHOP-1.2` is a version. Only known projects count; with none known,
/// everything of the grammar does, but for names that only look like keys.
package struct KeyScanner: Sendable {
  /// A key, and where it stands.
  package struct Match: Equatable, Sendable {
    package let key: TicketKey
    package internal(set) var range: Range<Int>
    /// Whether it is written in capitals, as Jira writes it.
    package let isCapital: Bool
    /// Whether it ends a longer name, such as that of a code review: `CR-SHOP-12`.
    package let endsLongerName: Bool
  }

  private let known: ProjectNames
  private let ignoresCase: Bool

  /// Names of the key grammar that are standards, not tickets.
  private static let notProjects: Set<String> = [
    "AES", "ASCII", "BASE", "CP", "CVE", "CWE", "ECMA", "GB", "GMT", "GPL", "HTTP", "IEC", "IEEE", "ISO", "JDK",
    "JEP", "JSR", "KOI", "LGPL", "MD", "MP", "PEP", "PKCS", "RFC", "RSA", "SHA", "SSL", "TLS", "UCS", "US", "UTC",
    "UTF", "WINDOWS", "X86",
  ]

  /// - Parameter projects: The known projects; empty for any.
  package init(projects: some Sequence<ProjectKey>, ignoresCase: Bool = false) {
    known = ProjectNames(projects)
    self.ignoresCase = ignoresCase
  }

  package var knowsProjects: Bool { !known.isEmpty }

  package var projects: [ProjectKey] { known.all }

  /// The known project of a name.
  ///
  /// - Parameter name: In letters of any case.
  func project(named name: Span<UInt8>) -> ProjectKey? { known.find(name, ignoresCase: true) }

  /// The keys in `bytes`, in order, with ranges of `bytes`.
  package func scan(
    _ bytes: ArraySlice<UInt8>, inBranchName: Bool = false
  ) -> (counting: [Match], others: [Match]) {
    scan(bytes.span, at: bytes.startIndex, inBranchName: inBranchName)
  }

  /// The keys in `text`, in order.
  ///
  /// - Parameters:
  ///   - origin: Where the text begins, for the ranges.
  ///   - inBranchName: Whether `_` ends a word, as it does in `feature_SHOP-12_cart`.
  /// - Returns: Keys that count, and apart from them the keys of other projects.
  /// - Complexity: Linear in the length of `text`.
  func scan(
    _ text: Span<UInt8>, at origin: Int, inBranchName: Bool = false
  ) -> (counting: [Match], others: [Match]) {
    var counting: [Match] = []
    var others: [Match] = []
    var place = 0
    while case let hyphen = text.index(of: UInt8(ascii: "-"), from: place), hyphen < text.count {
      place = hyphen + 1
      guard let number = number(after: hyphen, in: text),
        let (project, start, isKnown) = project(before: hyphen, in: text, inBranchName: inBranchName),
        endsKey(number.end, in: text, isKnown: isKnown, inBranchName: inBranchName && isKnown)
      else { continue }
      let range = (origin + start)..<(origin + number.end)
      let name = text.extracting(start..<hyphen)
      let match = Match(
        key: TicketKey(project: project, number: number.value), range: range,
        isCapital: !ignoresCase || !name.indices.contains { name[$0].isASCIILowercase },
        endsLongerName: !inBranchName && endsLongerName(start, in: text))
      if isKnown || (known.isEmpty && !Self.notProjects.contains(project.text)) {
        counting.append(match)
      } else if !Self.notProjects.contains(project.text) {
        others.append(match)
      }
      place = number.end
    }
    return (counting, others)
  }

  private func number(after hyphen: Int, in text: Span<UInt8>) -> (value: Int, end: Int)? {
    var end = hyphen + 1
    var value = 0
    while end < text.count, text[end].isASCIIDigit {
      // 18 digits fit; a longer number is no ticket's.
      guard end - hyphen <= 18 else { return nil }
      value = value * 10 + Int(text[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end > hyphen + 1, text[hyphen + 1] != UInt8(ascii: "0") else { return nil }
    return (value, end)
  }

  private func project(
    before hyphen: Int, in text: Span<UInt8>, inBranchName: Bool
  ) -> (ProjectKey, start: Int, isKnown: Bool)? {
    var start = hyphen
    while start > 0, text[start - 1].isKeyCharacter { start -= 1 }
    if let project = known.find(text.extracting(start..<hyphen), ignoresCase: ignoresCase) {
      return (project, start, true)
    }
    if let project = ProjectKey(text.extracting(start..<hyphen)) { return (project, start, false) }
    guard inBranchName else { return nil }
    for underscore in start..<hyphen where text[underscore] == UInt8(ascii: "_") {
      let name = text.extracting((underscore + 1)..<hyphen)
      if let project = known.find(name, ignoresCase: ignoresCase) { return (project, underscore + 1, true) }
    }
    return nil
  }

  private func endsKey(_ end: Int, in text: Span<UInt8>, isKnown: Bool, inBranchName: Bool) -> Bool {
    guard end < text.count else { return true }
    let next = text[end]
    if next == UInt8(ascii: "_"), inBranchName { return true }
    if next.isKeyCharacter { return false }
    let isDigitAfter = end + 1 < text.count && text[end + 1].isASCIIDigit
    if next == UInt8(ascii: "."), isDigitAfter || isCut(end, in: text) { return false }
    if next >= 0x80, let (scalar, after) = text.character(at: end) {
      if scalar == "…" { return false }
      // Part of a number that only looks as if it ended.
      if scalar.isInvisible, after < text.count, text[after].isASCIIDigit { return false }
    }
    return next != UInt8(ascii: "-") || !isDigitAfter || isKnown
  }
}

extension KeyScanner {
  /// Whether capitals and a hyphen stand before the project.
  private func endsLongerName(_ start: Int, in text: Span<UInt8>) -> Bool {
    guard start > 2, text[start - 1] == UInt8(ascii: "-") else { return false }
    var place = start - 1
    while place > 0, text[place - 1].isASCIICapital { place -= 1 }
    return start - 1 - place >= 2 && (place == 0 || !text[place - 1].isKeyCharacter)
  }

  /// Whether two or three full stops end the line: the rest of a number may be cut off.
  private func isCut(_ end: Int, in text: Span<UInt8>) -> Bool {
    var stop = end
    while stop < text.count, stop - end < 3, text[stop] == UInt8(ascii: ".") { stop += 1 }
    guard stop - end >= 2 else { return false }
    stop = text.afterBlanks(from: stop)
    return stop == text.count || text[stop] == UInt8(ascii: "\n") || text[stop] == UInt8(ascii: "\r")
  }
}

extension ProjectKey {
  /// - Returns: `nil` for bytes that name no project.
  fileprivate init?(_ name: Span<UInt8>) {
    guard name.count >= 2, name[0].isASCIICapital, !name.indices.contains(where: { name[$0].isASCIILowercase }),
      let key = try? ProjectKey(parsing: String(decoding: name.copy, as: UTF8.self))
    else { return nil }
    self = key
  }
}

extension UInt8 {
  package var uppercased: UInt8 { isASCIILowercase ? self - 32 : self }
  package var lowercased: UInt8 { isASCIICapital ? self + 32 : self }
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
