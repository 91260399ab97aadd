import ReleaseScope

/// Reads what comes into a release by no commit's own message: from the trees, and only what a rule asks for.
struct ContentReading<Repository: ReleaseRepository> {
  let repository: Repository
  let sides: Sides<Repository.History>
  let stage: Stage

  /// Fills in what the content rules look at.
  ///
  /// - Complexity: For each merge of the range, and for those that brought it in, the folders that differ from those of
  ///   all of its parents; and once the folders that differ between the merge base and the release.
  func fill(_ facts: inout RuleFacts, _ reading: inout RangeReading<Repository>) throws {
    guard !sides.range.commits.isEmpty else { return }
    if isAsked(.nothingChanged, facts) { facts.documents.changesNothing = try changesNothing() }
    if isAsked(.mergeWithChanges, facts) {
      let commits = sides.range.commits
      let bringing = (sides.entry?.merges ?? []).map(\.id).filter { commits.position(of: $0) == nil }
      let merges = bringing + commits.indices.filter(commits.isMerge).map(commits.id)
      let own = try repository.ownChanges(ofMerges: merges, knowing: commits)
      reading.add(unreadable: own.unreadable)
      facts.range.mergeChanges = own.paths
    }
    if isAsked(.submoduleMoved, facts) { facts.documents.movedSubmodules = try movedSubmodules(&reading) }
  }

  /// What is said of symbolic links and submodules that a policy exempts by their paths: what is behind them is
  /// elsewhere.
  func linkRemarks(
    _ exempt: [ExemptCommit], _ exemptions: [Exemption], _ reading: inout RangeReading<Repository>
  ) throws -> [String] {
    let byPath = Set(exemptions.filter { !$0.paths.isEmpty }.map(\.reason))
    return try exempt.filter { byPath.contains($0.reason) }.flatMap { exempt in
      let links = try reading.attempt { try repository.changedLinks(of: exempt.commit) } ?? []
      return links.map { path in
        "commit \(exempt.commit.abbreviated), which is exempt by its paths, changes the link or submodule '\(path)': "
          + "what that points to was not looked at"
      }
    }
  }

  private func isAsked(_ rule: RuleID, _ facts: RuleFacts) -> Bool {
    Rule.of(rule).severity(at: stage, in: facts.documents.policy) != .off
  }

  /// Whether the release leaves the files as they are where the range begins.
  private func changesNothing() throws -> Bool {
    let pairs =
      if let contents = sides.contents {
        [(contents.base, contents.release)]
      } else {
        sides.steps.flatMap { step in step.tips.map { (step.base, $0) } }
      }
    return try pairs.allSatisfy { base, release in
      guard let before = try repository.commit(base)?.tree else { return false }
      return try repository.commit(release)?.tree == before
    }
  }

  /// Those that point elsewhere than at every merge base.
  private func movedSubmodules(_ reading: inout RangeReading<Repository>) throws -> [MovedSubmodule] {
    var found: [MovedSubmodule] = []
    for tip in sides.steps.flatMap({ $0.tips }) {
      let moved = try sides.range.mergeBases.map { base in
        try reading.attempt { try repository.movedSubmodules(from: base.tree, to: tip) } ?? []
      }
      guard let first = moved.first else { continue }
      found += first.filter { submodule in
        !found.contains(submodule) && moved.allSatisfy { $0.contains { $0.path == submodule.path } }
      }
    }
    return found
  }
}
