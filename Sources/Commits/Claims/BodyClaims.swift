/// What the sentences and footers of a message take back: `This reverts commit <id>`, `Reverts shop/web#12`.
struct BodyClaims {
  private(set) var reverted = NamedWork()
  private(set) var relanded = NamedWork()
  /// What sentences take back besides: `Also reverts SHOP-12`.
  private(set) var besides: [NamedWork] = []
  /// Whether the changes that are listed are those of a submission, of which the commit takes back one.
  private var isOfSubmission = false
  /// Whether there is a verb of taking back, in whatever sentence.
  private(set) var hasVerb = false
  /// Whether one is said of the commit itself.
  private(set) var saysRevert = false

  /// Words that stand between "this" and a verb.
  private static let soft: Set<String> = [
    "this", "it", "also", "commit", "patch", "change", "changeset", "pr", "mr", "pull", "merge", "request", "series",
    "is", "a", "an", "the", "and", "effectively", "essentially", "basically", "partially", "partly", "simply",
    "therefore", "so", "then", "manually", "partial", "summary",
  ]
  private static let mostSoft = 8
  /// Footers of a revert, by their words before the colon.
  private static let footers = ["changeset", "commit", "commits", "changesets", "revision"]

  let isRevert: Bool
  let isConventional: Bool

  /// - Parameters:
  ///   - isRevert: Whether the subject says that the commit is one: then `Original commit: <id>` names its target.
  ///   - isConventional: Whether it does so as Conventional Commits have it: then `Refs: <id>` does, too.
  init(isRevert: Bool, isConventional: Bool) {
    self.isRevert = isRevert
    self.isConventional = isConventional
  }

  /// - Parameter start: The token from which on to read.
  mutating func read(_ tokens: ClaimTokens, from start: Int = 0, scanner: KeyScanner) {
    var place = start
    while place < tokens.count {
      place = readOne(tokens, place, scanner) ?? place + 1
    }
  }

  private mutating func readOne(_ tokens: ClaimTokens, _ place: Int, _ scanner: KeyScanner) -> Int? {
    guard tokens.kind(place) == .word else { return nil }
    if let verb = ClaimVerb(tokens, at: place) {
      hasVerb = hasVerb || verb.action == .revert
      if verb.action == .revert, tokens.word(verb.end) == "submission" { isOfSubmission = true }
      guard let manner = Self.isSaid(tokens, place, verb.end) else { return verb.end }
      saysRevert = saysRevert || (verb.action == .revert && verb.isPlain)
      var list = ObjectList(tokens, scanner: scanner, isHeading: false)
      guard let end = list.read(at: verb.end) else { return verb.end }
      var named = list.named
      named.isPartial = named.isPartial || manner.isPartial
      if isOfSubmission { named.reviews = [] }
      named.keptParents = [Self.keptParent(tokens, end)].compactMap(\.self)
      if verb.action == .reland {
        relanded.add(named)
      } else if manner.isBesides || Self.isBesides(tokens, after: end), named.ids.isEmpty, named.runs.isEmpty {
        besides.append(named)
      } else {
        reverted.add(named)
      }
      return max(end, place + 1)
    }
    let initial = tokens.initial(place)
    guard initial == UInt8(ascii: "o") || initial == UInt8(ascii: "r"), let end = footer(tokens, place) else {
      return nil
    }
    var list = ObjectList(tokens, scanner: scanner, isHeading: false)
    guard let after = list.read(at: end) else { return nil }
    reverted.ids += list.named.ids
    reverted.runs += list.named.runs
    return after
  }

  /// Where the name of a footer ends that names what is reverted.
  private func footer(_ tokens: ClaimTokens, _ place: Int) -> Int? {
    let word = tokens.word(place)
    if word == "original" {
      guard isRevert || tokens.word(place + 2) == "changeset" else { return nil }
      var next = place + 1
      while Self.footers.contains(tokens.word(next)) { next += 1 }
      return next > place + 1 && tokens.isMark(next, ":") ? next + 1 : nil
    }
    guard isConventional, word == "refs" || word == "ref", tokens.beginsLine(place), tokens.isMark(place + 1, ":")
    else {
      return nil
    }
    return place + 2
  }

  /// The parent behind `, reversing changes made to`.
  private static func keptParent(_ tokens: ClaimTokens, _ start: Int) -> WrittenID? {
    var words = ["reversing", "changes", "made", "to"][...]
    var place = start
    while let kind = tokens.kind(place) {
      switch kind {
      case .word where words.isEmpty: return WrittenID(tokens.bytes[tokens.range(place)])
      case .word where tokens.word(place) == words.first: words.removeFirst()
      case .mark where tokens.isMark(place, ","): break
      case .lineBreak: break
      case .word, .mark, .bullet, .link, .quote, .paragraphBreak: return nil
      }
      place += 1
    }
    return nil
  }

  /// How a sentence takes something back.
  private struct Manner {
    var isPartial = false
    /// Whether it goes on from another sentence that does.
    var isBesides = false
  }

  /// Whether behind a list stands that it comes on top of something.
  private static func isBesides(_ tokens: ClaimTokens, after end: Int) -> Bool {
    let place = tokens.isMark(end, ",") ? end + 1 : end
    return tokens.word(place) == "too" || tokens.word(place) == "as" && tokens.word(place + 1) == "well"
  }

  /// Whether the message says of its own commit what a verb says, and how; `nil` for "which reverted A".
  private static func isSaid(_ tokens: ClaimTokens, _ place: Int, _ end: Int) -> Manner? {
    var before = place
    var manner = Manner()
    var isThis = false
    while before > 0, place - before < mostSoft, case let word = tokens.word(before - 1), soft.contains(word) {
      if word.hasPrefix("part") { manner.isPartial = true }
      if word == "also" || word == "and" { manner.isBesides = true }
      if word == "this" { isThis = true }
      before -= 1
    }
    if isThis { return manner }
    guard before > 0 else { return manner }
    switch tokens.kind(before - 1) {
    case .paragraphBreak, .bullet: return manner
    case .lineBreak:
      // A line may go on from the one before.
      let first = tokens.bytes[tokens.range(before).lowerBound]
      return first.isASCIICapital || tokens.kind(end) == .link || tokens.kind(before - 2) == .mark
        || tokens.kind(before - 2) == .quote
        ? manner : nil
    case .mark:
      return [".", ";", ":", "("].contains { tokens.isMark(before - 1, $0) } ? manner : nil
    case .word, .link, .quote, nil: return nil
    }
  }
}
