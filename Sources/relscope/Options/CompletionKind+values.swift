import ArgumentParser
import ReleaseScope

/// What shells propose for values. git answers, without a policy: while somebody types, nothing may fail.
extension CompletionKind {
  /// Branches and tags by their short names.
  static var revisions: CompletionKind {
    .shellCommand("git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null")
  }

  /// The numbers that names of branches and tags end with.
  static var versions: CompletionKind {
    .shellCommand(
      "git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null"
        + " | sed -n 's,^\\(.*[^0-9.]\\)\\{0\\,1\\}\\([0-9][0-9]*[.][0-9.]*[0-9]\\)$,\\2,p' | sort -u")
  }

  /// `unplanned-ticket=warning`.
  static var ruleSeverities: CompletionKind {
    .list(RuleID.allCases.flatMap { rule in Severity.allCases.map { "\(rule.rawValue)=\($0.rawValue)" } })
  }
}
