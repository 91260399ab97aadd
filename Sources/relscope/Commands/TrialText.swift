import ReleaseScope
import Reports
import ScopeCheck

/// What the policy would have found in the last releases.
struct TrialText {
  private let trials: [PolicyTrial]
  private let words: TerminalText

  init(_ trials: [PolicyTrial], _ words: TerminalText) {
    self.trials = trials
    self.words = words
  }

  var text: String {
    guard !trials.isEmpty else { return "\nno branch or tag of a release is here to try it on\n" }
    var text = "\ntried on the last \(trials.count == 1 ? "release" : "\(trials.count) releases")"
    text += ", by what commits say:\n"
    for trial in trials { text += lines(of: trial).map { $0 + "\n" }.joined() }
    let (commits, untracked) = (trials.reduce(0) { $0 + $1.commits }, trials.reduce(0) { $0 + $1.untracked })
    if untracked * 10 > commits {
      text += """

          Of \(quantity(commits, "commit")), \(untracked) name no ticket and are not exempt, and a gate fails for one. To begin without,
          write into the policy: rules: {untracked-commit: warning}

        """
    }
    return text
  }

  private func lines(of trial: PolicyTrial) -> [String] {
    let name = words.cleaned(trial.release.name)
    let unseen = trial.unseen.map(words.cleaned)
    guard !trial.start.isEmpty else { return ["  \(name): \(unseen.joined(separator: "; "))"] }
    var facts = [quantity(trial.commits, "commit"), quantity(trial.tickets, "ticket")]
    if trial.exempt > 0 { facts.append("\(trial.exempt) exempt") }
    let found = trial.findings.map { "\($0.severity) \($0.rule.rawValue) \($0.count)" }
    return ["  \(name) since \(words.cleaned(trial.start)): \(facts.joined(separator: ", "))"]
      + ["    would have found: \(found.isEmpty ? "nothing" : found.joined(separator: ", "))"]
      + unseen.map { "    not seen: \($0)" }
  }
}
