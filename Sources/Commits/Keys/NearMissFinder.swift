/// Finds text in a subject or title that was probably meant to be a ticket key.
struct NearMissFinder: Sendable {
  /// Behind one key: each is told with all from the key on.
  private static let mostFurtherNumbers = 20

  private typealias Candidate = (place: Range<Int>, suggestion: TicketKey)

  private let scanner: KeyScanner
  private let planned: Set<TicketKey>

  init(scanner: KeyScanner, planned: Set<TicketKey>) {
    self.scanner = scanner
    self.planned = planned
  }

  /// Looks for `SHOP 12`, `SHOP--12`, `SHOP_12`, `SHOP–12` and `SHOP-012` of a known project; and where the manifest
  /// has the ticket, for `shop-12` in a sentence and `SHPO-12`; and for the second number in `SHOP-11/12` and
  /// `SHOP-11, 12`.
  ///
  /// - Parameter used: What the commit is work of.
  /// - Returns: Nothing if no project is known, and nothing that the commit is work of or names in the same text.
  func find(in parts: MessageParts, _ message: MessageKeys, besides used: [KeyUse]) -> [NearMiss] {
    guard scanner.knowsProjects, let first = parts.text.subjectLines.first else { return [] }
    var found: [Candidate] = []
    switch parts.heading {
    case .title, .titles, .none: find(in: first.lowerBound..<(parts.branch ?? first).upperBound, message, &found)
    case .subject, .labelled: break
    }
    for line in parts.headingLines { find(in: line, message, &found) }
    guard !found.isEmpty else { return [] }
    var keys = Set(used.map(\.key))
    for line in parts.headingLines {
      for index in message.indices(in: line) where message.matches[index].isCapital {
        keys.insert(message.matches[index].key)
      }
    }
    var seen: Set<NearMiss> = []
    return found.compactMap { place, key in
      let miss = NearMiss(text: parts.text.written(place), suggestion: key)
      // A key that is cut off is none, and nobody knows which it was.
      return miss.text != key.description && !keys.contains(key) && seen.insert(miss).inserted ? miss : nil
    }
  }

  private func find(in range: Range<Int>, _ message: MessageKeys, _ found: inout [Candidate]) {
    let line = message.bytes.span.extracting(range)
    let text = PlainLine(line)
    if let bytes = text.bytes {
      find(in: bytes.span, of: text, range, message, &found)
    } else {
      find(in: line, of: text, range, message, &found)
    }
    for index in message.indices(in: range) where message.matches[index].isCapital {
      addFurtherNumbers(of: message.matches[index], in: range, message, &found)
    }
  }

  private func find(
    in plain: Span<UInt8>, of text: PlainLine, _ range: Range<Int>, _ message: MessageKeys, _ found: inout [Candidate]
  ) {
    let candidates = KeyCandidate.all(in: plain)
    guard !candidates.isEmpty else { return }
    let links = LinkRanges(message.bytes.span.extracting(range))
    for candidate in candidates {
      let place = text.original(candidate.range)
      guard links.link(at: place.lowerBound) == nil, let key = suggestion(for: candidate, in: plain) else { continue }
      found.append((place.moved(by: range.lowerBound), key))
    }
  }

  private func suggestion(for candidate: KeyCandidate, in line: Span<UInt8>) -> TicketKey? {
    let word = line.extracting(candidate.word)
    if let project = scanner.project(named: word) {
      let key = TicketKey(project: project, number: candidate.number)
      let isCapital = !word.indices.contains { word[$0].isASCIILowercase }
      // "shop 12" may be prose, and "shop-12" a name: the capitals or the manifest must speak for it.
      return isCapital || planned.contains(key) && !candidate.isPath(in: line) ? key : nil
    }
    guard candidate.hasHyphen,
      let project = try? ProjectKey(parsing: String(decoding: word.copy.map(\.uppercased), as: UTF8.self))
    else { return nil }
    return scanner.projects.lazy
      .filter { editDistance($0.text.utf8, project.text.utf8, limit: 1) != nil }
      .map { TicketKey(project: $0, number: candidate.number) }
      .first(where: planned.contains)
  }

  /// `SHOP-12/13`, `SHOP-12, 13`, `SHOP-12 & 13`, `SHOP-12 and Shop 13`: nobody can say whether the second number is a
  /// ticket's. The manifest can, or the name of the project; else a number that is as long as the first.
  private func addFurtherNumbers(
    of match: KeyScanner.Match, in range: Range<Int>, _ message: MessageKeys, _ found: inout [Candidate]
  ) {
    let line = message.bytes.span.extracting(0..<range.upperBound)
    let length = String(match.key.number).utf8.count
    var place = match.range.upperBound
    for _ in 0..<Self.mostFurtherNumbers where place < line.count {
      var start = line.afterBlanks(from: place)
      guard start < line.count else { return }
      var isWord = false
      switch line[start] {
      case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "+"): start += 1
      default:
        guard start > place, let word = line.end(of: "and ", at: start) else { return }
        (start, isWord) = (word, true)
      }
      start = line.afterBlanks(from: start)
      let named = scanner.project(before: start, in: line)
      start = named?.end ?? start
      let end = line.afterDigits(from: start)
      guard end == line.count || !(line[end].isKeyCharacter || line[end] == UInt8(ascii: "-")),
        1...9 ~= end - start, let number = line.number(in: start..<end), number > 0
      else { return }
      let key = TicketKey(project: named?.project ?? match.key.project, number: number)
      let isAsLong = !isWord && length > 1 && end - start == length
      if planned.contains(key) || named != nil || isAsLong { found.append((match.range.lowerBound..<end, key)) }
      place = end
    }
  }
}

extension KeyScanner {
  /// The known project whose name, in letters of any case, stands at `place` with a blank or a hyphen behind it.
  fileprivate func project(before place: Int, in line: Span<UInt8>) -> (project: ProjectKey, end: Int)? {
    var end = place
    while end < line.count, line[end].isKeyCharacter { end += 1 }
    guard end > place, end < line.count, line[end].isBlank || line[end] == UInt8(ascii: "-"),
      let project = project(named: line.extracting(place..<end))
    else { return nil }
    return (project, end + 1)
  }
}
