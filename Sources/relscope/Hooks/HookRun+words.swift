import Console
import Gate
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

extension HookRun {
  func text(of answer: GateAnswer) -> String {
    switch answer {
    case .stopped(let report, let move):
      reason(of: move)
        + PushRenderer(command: command(move, version: report.version?.text), unicode: Terminal.hasUnicode)
        .text(of: report)
    case .unchecked(let release, let gap):
      "relscope: \(TerminalText.detected.cleaned(release)) is not checked: \(TerminalText.detected.cleaned(gap.message))\n"
    case .unseen(let message, let help):
      "relscope: INCOMPLETE: \(TerminalText.detected.cleaned(message))\n  \(TerminalText.detected.cleaned(help))\n"
    }
  }

  /// What a move of the base has to do with a release that it does not name.
  private func reason(of move: JudgedMove) -> String {
    let (release, base) = (
      TerminalText.detected.cleaned(move.release.name), TerminalText.detected.cleaned(move.target.name)
    )
    return switch move.release.extent {
    case .whole: ""
    case .part:
      "relscope: '\(base)' gets commits that '\(release)' had first; if they are the base's own,\n"
        + "  push the base before the release branch\n"
    case .copy: "relscope: '\(base)' gets the work of '\(release)' in other commits\n"
    case .copyOfPart: "relscope: '\(base)' gets a part of the work of '\(release)' in other commits\n"
    }
  }

  /// What git has left half done when the hook refuses, and the command that ends it.
  func ending(_ question: HookQuestion) -> String { wayBack(question) + wayOn(question) }

  private func wayBack(_ question: HookQuestion) -> String {
    switch question {
    case .mergeCommit: "  to end the merge, run: git merge --abort\n"
    case .commit(let pending):
      pending.heads.isEmpty
        ? "  to end the squash (SQUASH_MSG), run: git reset --merge\n" : "  to end the merge, run: git merge --abort\n"
    case .transaction:
      // A fast-forward has moved the files already, and a branch that is only named has not.
      Environment.variable("GIT_REFLOG_ACTION").map { $0.hasPrefix("merge") || $0.hasPrefix("pull") } == true
        ? "  to put the files back that git has moved already, run: git reset --merge\n" : ""
    case .push, .received: ""
    }
  }

  /// The way on for somebody who must: it leaves a trace. A server has none.
  private func wayOn(_ question: HookQuestion) -> String {
    let command: String? =
      switch question {
      case .push: "git push"
      case .mergeCommit, .commit: "git commit"
      case .transaction, .received: nil
      }
    return command.map { "  to go on all the same, with a trace, run: RELSCOPE_SKIP='reason' \($0)\n" } ?? ""
  }

  /// The command that shows the whole report, in parts that stay on one line. A name stands for a commit only where it
  /// is one: not what a push will make of it, and not on a server, whose names are not those of the one who reads this.
  private func command(_ move: JudgedMove, version: String?) -> [String] {
    func word(_ name: String, _ id: ObjectID) -> String {
      let isName = !hook.isOnServer && (try? repository.resolve(name, as: "revision")) == id
      return isName ? ShellWord.quoted(name) : id.abbreviated
    }
    let (release, target) = (move.release, move.target)
    let revision = word(release.name, release.id)
    var parts = ["relscope check", "--base \(word(target.name, target.id))", "--release \(revision)"]
    if let version, release.version != nil || revision == release.id.abbreviated {
      parts.append("--version \(ShellWord.quoted(version))")
    }
    return parts + (move.stage == .push ? ["--stage push"] : [])
  }
}

extension MessageJudgement.MissingKey {
  /// How many planned tickets are shown.
  private static var most: Int { 8 }

  /// - Parameter file: Where git keeps the message.
  func text(file: String) -> String {
    reason + "  git keeps the message; to go on with it, run: git commit --edit --file \(ShellWord.quoted(file))\n"
  }

  private var reason: String {
    var text =
      "relscope: the message names no ticket, and '\(TerminalText.detected.cleaned(branch))' is a branch that needs one\n"
    for miss in nearMisses { text += "  '\(TerminalText.detected.cleaned(miss.text))' looks like \(miss.suggestion)\n" }
    if let suggestion { return text + "  add a line at its end: \(trailer): \(suggestion)\n" }
    text += "  begin it with a ticket key, or add a line at its end: \(trailer): KEY-1\n"
    let column = (planned.prefix(Self.most).map { $0.key.description.count }.max() ?? 0) + 2
    for (place, ticket) in planned.prefix(Self.most).enumerated() {
      let summary = String(TerminalText.detected.cleaned(ticket.summary ?? "").prefix(54))
      text += "  \(place == 0 ? "planned:" : "        ") \(ticket.key.description.padded(to: column))\(summary)\n"
    }
    if planned.count > Self.most, let manifest {
      let base = ShellWord.quoted(base)
      text += "           and \(planned.count - Self.most) more: git show \(base):\(ShellWord.quoted(manifest))\n"
    }
    return text
  }
}
