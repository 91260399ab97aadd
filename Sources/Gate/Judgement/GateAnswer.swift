package import ReleaseScope

/// What a hook has to say of one thing that is about to happen. Nothing is said of what passes.
package enum GateAnswer: Sendable {
  /// The release that would move is not what its version says, or not all of it could be seen.
  case stopped(ScopeReport, JudgedMove)
  /// It passes without a look, as there is no manifest and the policy lets that pass.
  case unchecked(release: String, Incompleteness)
  /// What is about to happen could not be seen, so it does not pass.
  case unseen(String, help: String)

  /// `nil` for what passes.
  package var verdict: Verdict? {
    switch self {
    case .stopped(let report, _): report.verdict
    case .unchecked: nil
    case .unseen: .incomplete
    }
  }
}

/// A release, where it would come to, and how strictly it is judged.
package struct JudgedMove: Sendable {
  package let release: MovingRelease
  package let target: NamedCommit
  package let stage: Stage
}

extension [GateAnswer] {
  /// The worst of all; a proven mismatch outranks what could not be seen.
  package var verdict: Verdict {
    let verdicts = compactMap(\.verdict)
    return verdicts.contains(.fail) ? .fail : verdicts.contains(.incomplete) ? .incomplete : .pass
  }
}
