/// Finds the waivers that cover a finding without a look at every waiver.
struct WaiverIndex {
  private struct Key: Hashable {
    let rule: RuleID
    let ticket: TicketKey?
    /// The first digits of the commit's id.
    let commit: String?
  }

  /// As many digits as a waiver has at least.
  private static let digits = 7

  private let waivers: [(waiver: Waiver, glob: Glob?)]
  private var places: [Key: [Int]] = [:]

  init(_ waivers: [Waiver]) {
    self.waivers = waivers.map { ($0, $0.path.map(Glob.init)) }
    for (place, waiver) in waivers.enumerated() {
      let commit = waiver.commit.map { String($0.prefix(Self.digits)) }
      places[Key(rule: waiver.rule, ticket: waiver.ticket, commit: commit), default: []].append(place)
    }
  }

  /// The places of the waivers that cover a finding, in order.
  ///
  /// - Parameter paths: The paths that a commit changes; asked only where a waiver names a path.
  /// - Complexity: Linear in the waivers that name the finding's ticket or commit, or a path alone.
  func places(covering finding: Finding, paths: (ObjectID) throws -> [String]) rethrows -> [Int] {
    let commit = finding.commits.first.map { String($0.description.prefix(Self.digits)) }
    let tickets = finding.ticket == nil ? [nil] : [nil, finding.ticket]
    let commits = commit == nil ? [nil] : [nil, commit]
    var found: [Int] = []
    for ticket in tickets {
      for commit in commits {
        for place in places[Key(rule: finding.rule, ticket: ticket, commit: commit)] ?? []
        where try isCovered(finding, by: place, paths: paths) {
          found.append(place)
        }
      }
    }
    return found.sorted()
  }

  private func isCovered(
    _ finding: Finding, by place: Int, paths: (ObjectID) throws -> [String]
  ) rethrows -> Bool {
    let (waiver, glob) = waivers[place]
    if let commit = waiver.commit, !finding.commits.allSatisfy({ $0.hasPrefix(commit) }) { return false }
    guard let glob else { return true }
    return try !finding.commits.isEmpty
      && finding.commits.allSatisfy { commit in
        let changed = try paths(commit)
        return !changed.isEmpty && changed.allSatisfy { glob.matches($0, inPath: true) }
      }
  }
}
