import Console
import Git
import Glibc
import Hooks
import Platform
import ReleaseScope
import Reports
import ScopeCheck

extension HookRun {
  func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    statuses.contains(.fail) ? .fail : statuses.contains(.incomplete) ? .incomplete : .pass
  }

  /// Says what could not be seen, in a hook that blocks for it.
  func unseen(_ message: String, help: String) throws -> ExitStatus {
    try Output.standardError.write("relscope: INCOMPLETE: \(words.cleaned(message))\n  \(words.cleaned(help))\n")
    return .incomplete
  }

  /// Judges one release, and says so unless it passes.
  func judge(_ release: MovingRelease, onto target: NamedCommit, _ stage: Stage) throws -> ExitStatus {
    let report = try gate.report(on: release, onto: target, stage: stage)
    if report.verdict == .incomplete, report.incomplete.map(\.reason) == [.noManifest],
      gate.policy.hooks.withoutManifest(hook.rawValue) == .warn
    {
      try Output.standardError.write(
        "relscope: \(words.cleaned(release.name)) is not checked: \(words.cleaned(report.incomplete[0].message))\n")
      return .pass
    }
    guard report.verdict != .pass else { return .pass }
    let command = command(release, target, stage, version: report.version?.text)
    try Output.standardError.write(PushRenderer(command: command, unicode: Terminal.hasUnicode).text(of: report))
    return ExitStatus(report.verdict)
  }

  /// The command that shows the whole report, in parts that stay on one line. A name stands for a commit only where it is one: not what a
  /// push will make of it, and not on a server, whose names are not those of the one who reads this.
  private func command(
    _ release: MovingRelease, _ target: NamedCommit, _ stage: Stage, version: String?
  ) -> [String] {
    func word(_ name: String, _ id: ObjectID) -> String {
      let isName = !hook.isOnServer && (try? repository.resolve(name, as: "revision")) == id
      return isName ? ShellWord.quoted(name) : id.abbreviated
    }
    let revision = word(release.name, release.id)
    var parts = ["relscope check", "--base \(word(target.name, target.id))", "--release \(revision)"]
    if let version, release.version != nil || revision == release.id.abbreviated {
      parts.append("--version \(ShellWord.quoted(version))")
    }
    return parts + (stage == .push ? ["--stage push"] : [])
  }

  /// A tag is a release's when the base has a manifest of the version that it names.
  func judgeTag(_ name: String, _ commit: ObjectID) throws -> ExitStatus {
    guard let base = gate.base, let version = try gate.version(ofTag: name) else { return .pass }
    return try judge(MovingRelease(name: name, id: commit, version: version), onto: base, .merge)
  }

  /// Judges the releases that a move of the base brings here. What a remote's base has was judged when it got there.
  func judgeLocalMove(to new: ObjectID, from old: ObjectID) throws -> ExitStatus {
    if try gate.isPublished(new) { return .pass }
    let target = NamedCommit(name: gate.baseBranch, id: old)
    let brought = try gate.releases(broughtBy: new, onto: old, countsParts: true)
    let releases = try brought.isEmpty ? [fetched(new)].compactMap(\.self) : brought
    return try worst(releases.filter { try !gate.isPublished($0.id) }.map { try judge($0, onto: target, .merge) })
  }

  func commitMsg() throws -> ExitStatus {
    guard let path = arguments.first else {
      throw Problem(.usage, "commit-msg takes the file with the message", help: "git runs it")
    }
    let comment = try repository.configuration("core.commentchar").flatMap { $0 == "auto" ? nil : $0 } ?? "#"
    let file = try File.contents(of: path)
    let message = WrittenMessage(file, comment: comment)
    guard !message.isEmpty, !message.isAutosquash, try contentsExist(["MERGE_HEAD", "SQUASH_MSG"]) == false,
      let branch = try repository.currentBranch()
    else { return .pass }
    let needed = try gate.neededKeys(on: branch)
    guard needed.isNeeded else { return .pass }
    let facts = needed.facts(of: message.text)
    guard facts.implements.isEmpty, facts.reverts.isEmpty else { return .pass }
    guard gate.policy.hooks.onMissingKey == .add, let key = needed.key, facts.nearMisses.isEmpty else {
      return try refuse(facts, needed, branch)
    }
    let trailer = "\(gate.policy.keys.trailers.first ?? "Ticket"): \(key)"
    try Output.file(path).write(bytes: WrittenMessage.adding(trailer: trailer, to: file, comment: comment))
    try Output.standardError.write("relscope: added '\(trailer)' to the message\n")
    return .pass
  }

  private func contentsExist(_ names: [String]) throws -> Bool {
    names.contains { File.exists(repository.directory + $0) }
  }

  private func refuse(_ facts: MessageFacts, _ needed: NeededKeys, _ branch: String) throws -> ExitStatus {
    var text = "relscope: the message names no ticket, and '\(words.cleaned(branch))' is a branch that needs one\n"
    let trailer = gate.policy.keys.trailers.first ?? "Ticket"
    for miss in facts.nearMisses { text += "  '\(words.cleaned(miss.text))' looks like \(miss.suggestion)\n" }
    if let key = needed.key ?? facts.nearMisses.first?.suggestion {
      text += "  add a line at its end: \(trailer): \(key)\n"
    } else {
      text += "  begin it with a ticket key, or add a line at its end: \(trailer): KEY-1\n"
      if !needed.planned.isEmpty {
        text += "  planned: \(needed.planned.prefix(12).map(\.description).joined(separator: ", "))\n"
      }
    }
    try Output.standardError.write(text)
    return .fail
  }
}

/// The end of a hook that takes too long: it blocks.
enum TimeBudget {
  static func start(_ seconds: Int64) {
    signal(SIGALRM) { _ in
      let text: StaticString = "relscope: INCOMPLETE: the hook's time-budget is used up\n"
      _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(ExitStatus.incomplete.rawValue)
    }
    alarm(UInt32(clamping: seconds))
  }
}
