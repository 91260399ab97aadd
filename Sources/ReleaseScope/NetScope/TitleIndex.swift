/// Finds the commits that have the titles which reverts quote.
struct TitleIndex: Sendable {
  /// The positions by title, for the quoted ones.
  private var whole: [RevertClaim.Title: [CommitPosition]] = [:]
  /// The positions by title without the tickets and labels that open it, for the quoted ones.
  private var bare: [RevertClaim.Title: [CommitPosition]] = [:]
  /// The positions and titles by depth and first characters, for those that are quoted cut short.
  private var starts: [RevertClaim.Title: [(position: CommitPosition, text: String)]] = [:]

  /// How many characters a cut quotation is looked up by.
  private static let opening = 16

  /// - Complexity: Linear in the list.
  init(_ commits: CommitList) {
    for position in commits.indices {
      for title in commits.reverts(position).flatMap(\.titles) { want(title) }
    }
    guard !whole.isEmpty || !starts.isEmpty else { return }
    for position in commits.indices {
      let title = Self.title(of: position, in: commits)
      note(title, position)
      for short in TitleText.bare(title) where whole[short] != nil { bare[short, default: []].append(position) }
      // Git quotes the subject, whatever the title of the pull request is, or what it says to take back.
      let subject = commits.subject(position)
      guard subject != commits.title(position) || !commits.reverts(position).isEmpty else { continue }
      let other = TitleText.normalised(subject)
      if other != title { note(other, position) }
    }
  }

  private mutating func note(_ title: RevertClaim.Title, _ position: CommitPosition) {
    whole[title]?.append(position)
    if !starts.isEmpty { starts[Self.opening(of: title)]?.append((position, title.text)) }
  }

  private mutating func want(_ title: RevertClaim.Title) {
    if let start = title.start { starts[Self.opening(of: start)] = [] } else { whole[title] = [] }
  }

  private static func opening(of title: RevertClaim.Title) -> RevertClaim.Title {
    .init(String(title.text.prefix(opening)), depth: title.depth)
  }

  /// The title by which a commit can be quoted.
  static func title(of position: CommitPosition, in commits: CommitList) -> RevertClaim.Title {
    TitleText.title(commits.title(position), claims: commits.reverts(position))
  }

  /// The positions of the commits that have the title behind a ticket or a label; by position.
  func barePositions(of title: RevertClaim.Title) -> [CommitPosition] { bare[title] ?? [] }

  /// The positions of the commits that have the title, or begin with it where it is cut short; by position.
  func positions(of title: RevertClaim.Title) -> [CommitPosition] {
    guard let start = title.start else { return whole[title] ?? [] }
    return (starts[Self.opening(of: start)] ?? []).filter { $0.text.hasPrefix(start.text) }.map(\.position)
  }
}

extension RevertClaim.Title {
  /// What stands before the mark of truncation, where a forge has cut a title short that is long enough to tell.
  fileprivate var start: Self? {
    TitleText.cut(text).map { .init($0, depth: depth) }
  }
}

extension TitleText {
  /// The title by which a commit can be quoted.
  package static func title(of facts: MessageFacts) -> RevertClaim.Title {
    title(facts.title ?? facts.subjectBytes, claims: facts.reverts)
  }

  fileprivate static func title(_ title: [UInt8], claims: [RevertClaim]) -> RevertClaim.Title {
    guard let claim = claims.first(where: { $0.source == .subject && !$0.titles.isEmpty }) else {
      return normalised(title)
    }
    // The forms of reverts are more than quotation marks.
    return .init(claim.titles[0].text, depth: claim.titles[0].depth + (claim.action == .reland ? 2 : 1))
  }
}
