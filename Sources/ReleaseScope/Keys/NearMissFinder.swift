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
    in subject: Span<UInt8>, besides: Range<Int>?, correct: [KeyScanner.Match] = []
  ) -> [NearMiss] {
    guard scanner.knowsProjects else { return [] }
    var found: [NearMiss] = []
    var seen: Set<NearMiss> = []
    for candidate in Candidate.all(in: subject, besides: correct) {
      if let besides, besides.overlaps(candidate.range) { continue }
      guard let key = suggestion(for: candidate, in: subject) else { continue }
      let text = String(decoding: subject.extracting(candidate.range).copy, as: UTF8.self)
      let miss = NearMiss(text: text, suggestion: key)
      if seen.insert(miss).inserted { found.append(miss) }
    }
    guard !found.isEmpty else { return [] }
    let keys = Set(scanner.scan(subject, at: 0).counting.map(\.key))
    return found.filter { !keys.contains($0.suggestion) }
  }

  private func suggestion(for candidate: Candidate, in subject: Span<UInt8>) -> TicketKey? {
    let word = subject.extracting(candidate.word)
    if let project = scanner.project(named: word) {
      let key = TicketKey(project: project, number: candidate.number)
      let isCapital = !word.indices.contains { word[$0].isASCIILowercase }
      if candidate.hasHyphen {
        return candidate.hasLeadingZero || (!isCapital && !ignoresCase) ? key : nil
      }
      // "shop 12" may be prose: without a hyphen the capitals or the manifest must speak for it.
      return isCapital || planned.contains(key) ? key : nil
    }
    guard candidate.hasHyphen,
      let project = try? ProjectKey(parsing: String(decoding: word.copy.map(\.uppercased), as: UTF8.self))
    else { return nil }
    return scanner.projects.lazy
      .filter { editDistance($0.text.utf8, project.text.utf8, limit: 1) != nil }
      .map { TicketKey(project: $0, number: candidate.number) }
      .first(where: planned.contains)
  }
}

/// A word, a separator and a number.
private struct Candidate {
  let word: Range<Int>
  /// Whether a hyphen alone separates the two.
  let hasHyphen: Bool
  let number: Int
  let hasLeadingZero: Bool
  let range: Range<Int>

  private static let separators: [[UInt8]] = ["--", "-", " - ", " -", "- ", " #", "#", " ", "_", "–", "—", ":"].map {
    Array($0.utf8)
  }

  /// Every number of up to 9 digits after a separator and a word that starts with a letter.
  ///
  /// - Parameter keys: Whose numbers are none.
  static func all(in text: Span<UInt8>, besides keys: [KeyScanner.Match]) -> [Candidate] {
    var found: [Candidate] = []
    var nextKey = 0
    var end = 0
    while true {
      var start = end
      while start < text.count, !text[start].isASCIIDigit { start += 1 }
      guard start < text.count else { return found }
      end = start
      while end < text.count, text[end].isASCIIDigit { end += 1 }
      while nextKey < keys.count, keys[nextKey].range.upperBound < end { nextKey += 1 }
      if nextKey < keys.count, keys[nextKey].range.upperBound == end { continue }
      guard end - start <= 9, end == text.count || !text[end].isKeyCharacter, !isVersion(text, end),
        let separator = separator(before: start, in: text)
      else { continue }
      let wordEnd = start - separator.count
      var wordStart = wordEnd
      while wordStart > 0, text[wordStart - 1].isASCIILetter || text[wordStart - 1].isASCIIDigit { wordStart -= 1 }
      guard wordEnd - wordStart >= 2, text[wordStart].isASCIILetter else { continue }
      var number = 0
      for place in start..<end { number = number * 10 + Int(text[place] - UInt8(ascii: "0")) }
      guard number > 0 else { continue }
      found.append(
        Candidate(
          word: wordStart..<wordEnd, hasHyphen: separator == [UInt8(ascii: "-")], number: number,
          hasLeadingZero: text[start] == UInt8(ascii: "0"), range: wordStart..<end))
    }
  }

  private static func separator(before start: Int, in text: Span<UInt8>) -> [UInt8]? {
    guard start > 0, case let last = text[start - 1], !last.isKeyCharacter || last == UInt8(ascii: "_")
    else { return nil }
    return separators.first { separator in
      separator.last == last && separator.count <= start
        && text.extracting((start - separator.count)..<start).isEqual(to: separator.span)
    }
  }

  private static func isVersion(_ text: Span<UInt8>, _ end: Int) -> Bool {
    end + 1 < text.count && text[end] == UInt8(ascii: ".") && text[end + 1].isASCIIDigit
  }
}
