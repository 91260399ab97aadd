/// What a message takes back, does again and is a copy of, and which pull request it is.
struct MessageClaims {
  /// The most ids, runs, numbers, titles and keys that are kept of a message.
  static let most = 1_000

  private(set) var reverts: [RevertClaim] = []
  /// In order, each once.
  private(set) var pickedFrom: [WrittenID] = []
  /// The pull requests of which the commit says to be a copy, in order, each once.
  private(set) var copyOf: [Int] = []
  /// The commits that it is a squash of and has in effect, as `git merge --squash` lists them.
  private(set) var squashOf: [WrittenID] = []
  /// The numbers of the pull request that only the body has, in order, each once.
  private(set) var requests: [Int] = []
  private(set) var changeID: ObjectID?
  private(set) var differential: Int?
  /// Whether a verb of taking back stands anywhere, whatever it is about.
  private(set) var mayRevert = false
  /// Whether a sentence says so of the commit itself.
  private(set) var saysRevert = false
  private var seenPicks: Set<WrittenID> = []
  /// How many more names are kept.
  private var left = Self.most

  /// - Parameters:
  ///   - isMerge: A merge takes nothing back: what it brings does.
  /// - Complexity: Linear in the message.
  init(_ parts: MessageParts, isMerge: Bool, scanner: KeyScanner) {
    let text = parts.text
    let signs = ClaimSigns(in: text.bytes.span)
    guard !signs.isEmpty else { return }
    if signs.contains(.changeID) { changeID = Self.changeID(text) }
    if signs.contains(.differential) { differential = Self.differential(text) }
    if signs.contains(.request) { requests = BodyRequests.find(text) }
    guard !signs.isDisjoint(with: [.revert, .copy]) else { return }
    let squash = SquashItems(parts, scanner)
    let own = ClaimText(parts, squash)
    let bytes = text.bytes
    let items = SquashReverts(squash, bytes, scanner)
    let heading = ClaimTokens(bytes, own.heading)
    let body = ClaimTokens(bytes, own.body)
    let itemTokens = own.items.map { ClaimTokens(bytes, $0) }
    if signs.contains(.copy) {
      squashOf = squash.items.enumerated().compactMap { place, item in
        items.isTakenBack[place] || items.takesBack[place] ? nil : item.commit.flatMap { WrittenID(bytes[$0]) }
      }
      PickMark.read(heading, isHeading: true, scanner: scanner, into: &self)
      addCopies(RequestNumbers.atEnd(text.subject[...]).numbers.filter(\.isCopy).map(\.number))
      PickMark.read(body, scanner: scanner, into: &self)
      // Git's own list has the ids of the commits themselves: a mark in it is one commit's.
      for (item, tokens) in itemTokens.enumerated() where !squash.isNewestFirst && !items.isTakenBack[item] {
        PickMark.read(tokens, scanner: scanner, into: &self)
      }
    }
    guard signs.contains(.revert), !isMerge else { return }
    readReverts(heading, title: parts.title, body, scanner)
    var hasWork = false
    for (item, tokens) in itemTokens.enumerated() where !items.takesBack[item] && !items.isTakenBack[item] {
      if !readItem(tokens, bytes[squash.items[item].subject], scanner) { hasWork = true }
    }
    guard !hasWork else { return }
    for claim in reverts.indices where reverts[claim].source == .item { reverts[claim].source = .onlyItems }
  }

  private mutating func readReverts(
    _ subject: ClaimTokens, title: Range<Int>?, _ body: ClaimTokens, _ scanner: KeyScanner
  ) {
    var heading = ClaimHeading(subject, scanner: scanner)
    var afterHeading = heading?.end ?? 1
    if heading == nil, let title {
      heading = ClaimHeading(ClaimTokens(subject.bytes, [title]), scanner: scanner)
      afterHeading = 1
    }
    var said = BodyClaims(isRevert: heading != nil, isConventional: heading?.isConventional == true)
    if heading?.quotesRevert == true {
      var own = said
      own.read(body, scanner: scanner)
      if own.reverted.isExact { afterHeading = subject.count }
    }
    said.read(subject, from: afterHeading, scanner: scanner)
    said.read(body, scanner: scanner)
    mayRevert = said.hasVerb || heading?.verb.action == .revert
    saysRevert = said.saysRevert
    if let heading {
      add(Self.claim(heading, said, in: .subject))
    } else {
      addBody(said, in: .body, scanner)
    }
    for named in said.besides { add(named, .revert, in: heading == nil ? .body : .subject, scanner) }
  }

  /// - Returns: Whether the item says for certain that it takes something back.
  private mutating func readItem(
    _ tokens: ClaimTokens, _ title: ArraySlice<UInt8>, _ scanner: KeyScanner
  ) -> Bool {
    let heading = ClaimHeading(tokens, scanner: scanner)
    var said = BodyClaims(isRevert: heading != nil, isConventional: heading?.isConventional == true)
    said.read(tokens, from: heading?.end ?? 1, scanner: scanner)
    mayRevert = mayRevert || said.hasVerb || heading?.verb.action == .revert
    saysRevert = saysRevert || said.saysRevert
    for named in said.besides { add(named, .revert, in: .item, scanner) }
    guard let heading, heading.isCertain || said.reverted.isExact || said.relanded.isExact else {
      if let claim = heading.flatMap({ Self.numbered($0, title) }) {
        add(claim)
      } else {
        addBody(said, in: .item, scanner)
      }
      return false
    }
    var claim = Self.claim(heading, said, in: .item)
    if claim.action == .revert { claim.openedBy = SquashReverts.tickets(opening: title, scanner) }
    // The item of the revert that the squash is.
    if let first = reverts.first, first.source == .subject, first.action == claim.action,
      !Set(first.titles).isDisjoint(with: claim.titles)
    {
      reverts[0].isCertain = true
      extend(0, claim)
    } else {
      add(claim)
    }
    return claim.action == .revert
  }

  /// `Back out vouchers (#7)`: plain words, and the number of what they may be about.
  private static func numbered(_ heading: ClaimHeading, _ title: ArraySlice<UInt8>) -> RevertClaim? {
    guard heading.verb.action == .revert, !heading.titles.isEmpty, let number = RequestNumbers.find(inTitle: title).last
    else { return nil }
    var claim = RevertClaim(.revert, in: .item, isCertain: false)
    claim.titles = heading.titles.map { TitleText.normalised($0) }
    claim.requests = [number]
    return claim
  }

  private mutating func addBody(_ said: BodyClaims, in source: RevertClaim.Source, _ scanner: KeyScanner) {
    add(said.reverted, .revert, in: source, scanner)
    add(said.relanded, .reland, in: source, scanner)
  }

  private mutating func add(
    _ named: NamedWork, _ action: RevertClaim.Action, in source: RevertClaim.Source, _ scanner: KeyScanner
  ) {
    var claim = RevertClaim(action, in: source, isCertain: named.isExact)
    claim.add(named)
    claim.keys += named.titles.flatMap { scanner.scan($0).counting.map(\.key) }
    if !claim.isNothing { add(claim) }
  }

  /// The claim of a subject with what the body says besides.
  private static func claim(
    _ heading: ClaimHeading, _ said: BodyClaims, in source: RevertClaim.Source
  ) -> RevertClaim {
    let isCertain = heading.isCertain || said.reverted.isExact || said.relanded.isExact
    var claim = RevertClaim(heading.verb.action, in: source, isCertain: isCertain)
    var depth = heading.verb.times - 1
    var others = said.reverted
    if heading.verb.action == .reland {
      depth = 0
      if said.reverted.isExact {
        // It says which revert it takes back.
        (claim.action, depth) = (.revert, 1)
      } else {
        others = said.relanded
      }
    }
    claim.add(heading.named)
    claim.titles += heading.titles.map { TitleText.title($0, in: depth) }
    claim.requests += heading.titles.flatMap { RequestNumbers.find(inTitle: $0) }
    if claim.action == .revert, heading.verb.action == .revert, !said.reverted.isExact, said.relanded.isExact,
      claim.titles.allSatisfy({ $0.depth % 2 == 1 }), !claim.titles.isEmpty
    {
      // `Revert "Revert "x""` that says which commit it does again.
      claim.action = .reland
      claim.titles = claim.titles.map { .init($0.text, depth: $0.depth - 1) }
      others = said.relanded
    }
    claim.add(others)
    return claim
  }

  private mutating func add(_ claim: RevertClaim) {
    var empty = claim
    (empty.ids, empty.runs, empty.requests, empty.reviews) = ([], [], [], [])
    (empty.titles, empty.keys, empty.keptParents) = ([], [], [])
    guard left > 0 else {
      if !reverts.isEmpty { reverts[reverts.count - 1].isCut = true }
      return
    }
    reverts.append(empty)
    left -= 1
    extend(reverts.count - 1, claim)
  }

  /// Adds what a claim names to another one, each once, as long as there is room.
  private mutating func extend(_ index: Int, _ claim: RevertClaim) {
    var isCut = false
    func merged<Name: Hashable>(_ old: [Name], _ new: [Name]) -> [Name] {
      var names = old
      var seen = Set(old)
      for name in new where seen.insert(name).inserted {
        guard left > 0 else {
          isCut = true
          break
        }
        names.append(name)
        left -= 1
      }
      return names
    }
    reverts[index].ids = merged(reverts[index].ids, claim.ids)
    reverts[index].runs = merged(reverts[index].runs, claim.runs)
    reverts[index].keptParents = merged(reverts[index].keptParents, claim.keptParents)
    reverts[index].requests = merged(reverts[index].requests, claim.requests)
    reverts[index].reviews = merged(reverts[index].reviews, claim.reviews)
    reverts[index].titles = merged(reverts[index].titles, claim.titles.filter { !$0.text.isEmpty })
    reverts[index].keys = merged(reverts[index].keys, claim.keys)
    if isCut { reverts[index].isCut = true }
    if claim.isPartial { reverts[index].isPartial = true }
  }

  mutating func addPicks(_ ids: [WrittenID]) {
    for id in ids where seenPicks.insert(id).inserted { pickedFrom.append(id) }
  }

  mutating func addCopies(_ numbers: [Int]) {
    for number in numbers where copyOf.count < Self.most && !copyOf.contains(number) { copyOf.append(number) }
  }

  /// The number in the last line `Differential Revision: <address>/D4711`.
  private static func differential(_ text: MessageText) -> Int? {
    let name: ASCIIWord = "differential revision:"
    for range in text.bodyLines.reversed() {
      let line = text.bytes[range].trimmingSpaces
      guard line.span.end(of: name, at: 0) != nil else { continue }
      let start = line.lastIndex { !$0.isASCIIDigit }
      if let start, case .phabricator(let number) = ReviewName(line[start...]) { return number }
    }
    return nil
  }

  /// The last line `Change-Id: I<40 digits>`.
  private static func changeID(_ text: MessageText) -> ObjectID? {
    let name: ASCIIWord = "change-id: i"
    for range in text.bodyLines.reversed() {
      let line = text.bytes[range].trimmingSpaces
      guard line.count == name.count + 40, line.span.end(of: name, at: 0) != nil else { continue }
      if let id = WrittenID(line.suffix(40))?.whole { return id }
    }
    return nil
  }
}

extension RevertClaim {
  fileprivate var isNothing: Bool {
    ids.isEmpty && runs.isEmpty && requests.isEmpty && reviews.isEmpty && titles.isEmpty && keys.isEmpty
  }

  fileprivate mutating func add(_ named: NamedWork) {
    ids += named.ids
    runs += named.runs
    keptParents += named.keptParents
    requests += named.requests
    reviews += named.reviews
    keys += named.keys
    titles += named.titles.map { TitleText.title($0, in: 0) }
    isPartial = isPartial || named.isPartial
  }
}
