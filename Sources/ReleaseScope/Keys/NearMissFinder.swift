/// Finds text in a subject that was probably meant to be a ticket key.
struct NearMissFinder: Sendable {
  private let scanner: KeyScanner
  private let planned: Set<TicketKey>
  private let ignoresCase: Bool

  init(scanner: KeyScanner, planned: Set<TicketKey>, ignoresCase: Bool) {
    self.scanner = scanner
    self.planned = planned
    self.ignoresCase = ignoresCase
  }

  /// Looks for `SHOP 12`, `shop-12`, `SHOP--12`, `SHOP_12`, `SHOP–12` and `SHOP-012` of a known project, and for
  /// `SHPO-12` where the manifest has `SHOP-12`.
  ///
  /// - Parameters:
  ///   - besides: A part of the subject to leave out.
  ///   - correct: The keys that were found in the subject, if they are known already.
  /// - Returns: Nothing if no project is known, and nothing that the subject also writes correctly.
  func find(
    in subject: ArraySlice<UInt8>, besides: Range<Int>?, correct: [KeyScanner.Match] = []
  ) -> [NearMiss] {
    guard scanner.knowsProjects else { return [] }
    var found: [NearMiss] = []
    var seen: Set<NearMiss> = []
    for candidate in Candidate.all(in: subject, besides: correct) {
      if let besides, besides.overlaps(candidate.range) { continue }
      guard let key = suggestion(for: candidate) else { continue }
      let miss = NearMiss(text: String(decoding: subject[candidate.range], as: UTF8.self), suggestion: key)
      if seen.insert(miss).inserted { found.append(miss) }
    }
    guard !found.isEmpty else { return [] }
    let keys = Set(scanner.scan(subject).counting.map(\.key))
    return found.filter { !keys.contains($0.suggestion) }
  }

  private func suggestion(for candidate: Candidate) -> TicketKey? {
    let word = String(decoding: candidate.word.map(\.uppercased), as: UTF8.self)
    guard let project = try? ProjectKey(parsing: word) else { return nil }
    let key = TicketKey(project: project, number: candidate.number)
    if scanner.isKnown(project) {
      let isCapital = !candidate.word.contains(where: \.isASCIILowercase)
      if candidate.separator.elementsEqual("-".utf8) {
        return candidate.hasLeadingZero || (!isCapital && !ignoresCase) ? key : nil
      }
      // "shop 12" may be prose: without a hyphen the capitals or the manifest must speak for it.
      return isCapital || planned.contains(key) ? key : nil
    }
    guard candidate.separator.elementsEqual("-".utf8) else { return nil }
    return scanner.projects.lazy
      .filter { editDistance($0.text.utf8, project.text.utf8, limit: 1) != nil }
      .map { TicketKey(project: $0, number: candidate.number) }
      .first(where: planned.contains)
  }
}

/// A word, a separator and a number.
private struct Candidate {
  let word: ArraySlice<UInt8>
  let separator: ArraySlice<UInt8>
  let number: Int
  let hasLeadingZero: Bool
  let range: Range<Int>

  private static let separators: [[UInt8]] = ["--", "-", " - ", " -", "- ", " #", "#", " ", "_", "–", "—", ":"].map {
    Array($0.utf8)
  }

  /// Every number of up to 9 digits after a separator and a word that starts with a letter.
  ///
  /// - Parameter keys: Whose numbers are none.
  static func all(in text: ArraySlice<UInt8>, besides keys: [KeyScanner.Match]) -> [Candidate] {
    var found: [Candidate] = []
    var keys = keys[...]
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: \.isASCIIDigit) {
      let end = text[start...].firstIndex { !$0.isASCIIDigit } ?? text.endIndex
      index = end
      keys = keys.drop { $0.range.upperBound < end }
      if keys.first?.range.upperBound == end { continue }
      guard end - start <= 9, end == text.endIndex || !text[end].isKeyCharacter, !isVersion(text, end),
        let separator = separators.first(where: { text[..<start].hasSuffix($0) })
      else { continue }
      let wordEnd = start - separator.count
      var wordStart = wordEnd
      while wordStart > text.startIndex, text[wordStart - 1].isASCIILetter || text[wordStart - 1].isASCIIDigit {
        wordStart -= 1
      }
      guard wordEnd - wordStart >= 2, text[wordStart].isASCIILetter else { continue }
      let digits = String(decoding: text[start..<end], as: UTF8.self)
      guard let number = Int(digits), number > 0 else { continue }
      found.append(
        Candidate(
          word: text[wordStart..<wordEnd], separator: text[wordEnd..<start], number: number,
          hasLeadingZero: text[start] == UInt8(ascii: "0"), range: wordStart..<end))
    }
    return found
  }

  private static func isVersion(_ text: ArraySlice<UInt8>, _ end: Int) -> Bool {
    end + 1 < text.endIndex && text[end] == UInt8(ascii: ".") && text[end + 1].isASCIIDigit
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
