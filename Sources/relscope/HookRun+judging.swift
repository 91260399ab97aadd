import Git
import Glibc
import Hooks
import ReleaseScope
import Reports
import ScopeCheck

extension HookRun {
  func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    statuses.contains(.fail) ? .fail : statuses.contains(.incomplete) ? .incomplete : .pass
  }

  /// Judges one release, and says so unless it passes.
  func judge(
    _ release: NamedCommit, onto target: NamedCommit, _ stage: Stage, version: VersionName? = nil
  ) throws -> ExitStatus {
    let report = try gate.report(on: release, onto: target, stage: stage, version: version)
    if report.verdict == .incomplete, report.incomplete.map(\.reason) == [.noManifest],
      gate.policy.hooks.withoutManifest(hook.rawValue) == .warn
    {
      try Output.standardError.write(
        "relscope: \(words.cleaned(release.name)) is not checked: \(words.cleaned(report.incomplete[0].message))\n")
      return .pass
    }
    guard report.verdict != .pass else { return .pass }
    let command =
      "relscope check --base \(ShellWord.quoted(target.name)) --release \(ShellWord.quoted(release.name))"
      + (stage == .push ? " --stage push" : "") + (version.map { " --version \(ShellWord.quoted($0.text))" } ?? "")
    try Output.standardError.write(
      PushRenderer(command: command, unicode: Terminal.hasUnicode).text(of: report))
    return ExitStatus(report.verdict)
  }

  /// A tag is a release's when the base has a manifest of the version that it names.
  func judgeTag(_ version: String, _ commit: ObjectID) throws -> ExitStatus {
    guard let base = gate.base, let name = try? VersionName(parsing: version), try gate.hasManifest(of: version)
    else { return .pass }
    return try judge(NamedCommit(name: version, id: commit), onto: base, .merge, version: name)
  }

  /// Judges the releases that a move of the base brings.
  ///
  /// - Parameter published: Whether a move to what a remote's base has already is somebody else's, judged before.
  func judgeMove(to new: ObjectID, from old: ObjectID, published: Bool = false) throws -> ExitStatus {
    if published, try isPublished(new) { return .pass }
    let target = NamedCommit(name: gate.baseBranch, id: old)
    var releases = try gate.releases(broughtBy: new, onto: old)
    if releases.isEmpty, let fetched = try fetched(new) { releases = [fetched] }
    return try worst(releases.map { try judge($0, onto: target, .merge) })
  }

  private func isPublished(_ id: ObjectID) throws -> Bool {
    for remote in try repository.remoteNames() {
      guard let tip = try repository.commit(ofReference: "refs/remotes/\(remote)/\(gate.baseBranch)") else { continue }
      if try tip == id || repository.isAncestor(id, of: tip) { return true }
    }
    return false
  }

  func commitMsg() throws -> ExitStatus {
    guard let path = arguments.first else {
      throw Problem(.usage, "commit-msg takes the file with the message", help: "git runs it")
    }
    let comment = try repository.configuration("core.commentchar").flatMap { $0 == "auto" ? nil : $0 } ?? "#"
    let file = try InputFile.read(path)
    let message = WrittenMessage(file, comment: comment)
    guard !message.isEmpty, !message.isAutosquash, try contentsExist(["MERGE_HEAD", "SQUASH_MSG"]) == false,
      let branch = try repository.currentBranch()
    else { return .pass }
    let needed = try gate.neededKeys(on: branch)
    guard needed.isNeeded else { return .pass }
    let facts = needed.facts(of: message.text)
    guard facts.implements.isEmpty, facts.revert == nil else { return .pass }
    guard gate.policy.hooks.onMissingKey == .add, let key = needed.key, facts.nearMisses.isEmpty else {
      return try refuse(facts, needed, branch)
    }
    let trailer = "\(gate.policy.keys.trailers.first ?? "Ticket"): \(key)"
    try Output.file(path).write(bytes: WrittenMessage.adding(trailer: trailer, to: file, comment: comment))
    try Output.standardError.write("relscope: added '\(trailer)' to the message\n")
    return .pass
  }

  private func contentsExist(_ names: [String]) throws -> Bool {
    names.contains { InputFile.exists(repository.directory + $0) }
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
