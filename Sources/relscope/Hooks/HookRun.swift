import Console
import Gate
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

/// One run of a hook: what git says, what is judged of it, and what is said.
struct HookRun {
  let hook: HookName
  let arguments: [String]
  let repository: Repository
  private let gate: ReleaseGate<Repository>

  init(_ hook: HookName, _ arguments: [String], _ repository: Repository) throws {
    self.hook = hook
    self.arguments = arguments
    self.repository = repository
    TimeBudget.start(HookPolicy().timeBudget(hook))
    gate = try ReleaseGate(
      repository, now: .now, believesHead: !hook.isOnServer)
    TimeBudget.start(gate.policy.hooks.timeBudget(hook))
  }

  func status() throws -> ExitStatus {
    guard hook != .commitMsg else { return try commitMessage() }
    guard let question = try question() else { return .pass }
    let answers = try HookJudge(hook, gate).answers(to: question)
    for answer in answers { try Output.standardError.write(text(of: answer)) }
    let verdict = answers.verdict
    if verdict != .pass { try Output.standardError.write(ending(question)) }
    return ExitStatus(verdict)
  }

  // MARK: - What git says

  private func question() throws -> HookQuestion? {
    switch hook {
    case .prePush: return try push()
    case .preMergeCommit:
      return .mergeCommit(HookQuestion.mergedHeads(in: Environment.all), try pendingMerge())
    case .preCommit:
      var pending = try pendingMerge()
      if pending.heads.isEmpty, pending.squash != nil { pending.staged = Self.stagedPaths() }
      return .commit(pending)
    case .referenceTransaction:
      guard arguments.first == "prepared" else { return nil }
      return .transaction(try RefUpdate.parse(File.contents(of: "-")), try pendingMerge())
    case .preReceive: return .received(try RefUpdate.parse(File.contents(of: "-")), .none)
    case .update:
      guard arguments.count == 3 else {
        throw Problem(.usage, "update takes a ref, its old id and its new id", help: "git runs it")
      }
      let line = "\(arguments[1]) \(arguments[2]) \(arguments[0])"
      return .received(try RefUpdate.parse(Array(line.utf8)), .none)
    case .commitMsg: return nil
    }
  }

  private func push() throws -> HookQuestion {
    var lines = try PushLine.parse(File.contents(of: "-"))
    if lines.isEmpty, let line = try managedPush() { lines = [line] }
    return .push(
      remote: arguments.first, address: arguments.dropFirst().first, lines, try pendingMerge())
  }

  /// What pre-commit, which has no standard input for its hooks, says instead.
  private func managedPush() throws -> PushLine? {
    guard let ref = PushedRef(preCommit: Environment.all) else { return nil }
    return PushLine(
      localRef: ref.localRef,
      localID: try ref.localID.map { try repository.resolve($0, as: "pushed commit") }
        ?? repository.resolve(ref.localRef, as: "pushed ref"),
      remoteRef: ref.remoteRef, remoteID: try ref.start.map { try repository.resolve($0, as: "start of the push") })
  }

  private func pendingMerge() throws -> PendingMerge {
    try PendingMerge { name in
      let path = repository.directory + name
      return File.exists(path) ? try File.contents(ofRegular: path) : nil
    }
  }

  /// The paths that the index changes, as git tells them.
  private static func stagedPaths() -> Set<String>? {
    let answer = GitProgram.run(["diff", "--cached", "--name-only", "--no-renames", "-z", "HEAD"])
    guard let answer, answer.status == 0 else { return nil }
    return Set(answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  private func commitMessage() throws -> ExitStatus {
    guard let path = arguments.first else {
      throw Problem(.usage, "commit-msg takes the file with the message", help: "git runs it")
    }
    let comments = ["core.commentchar", "core.commentstring"]
    let settings = try GitConfiguration.settings(of: ["commit.cleanup"] + comments, in: repository)
    let cleanup = MessageCleanup(
      setting: settings.last { $0.name == "commit.cleanup" }?.value,
      comment: settings.last { comments.contains($0.name) }?.value, editor: Environment.variable("GIT_EDITOR"))
    let message = CommitMessageFile(try File.contents(of: path), cleanup)
    switch try gate.judgement(of: message, on: repository.currentBranch(), during: pendingMerge()) {
    case .pass: return .pass
    case .add(let trailer, let file):
      try Output.file(path).write(bytes: file)
      try Output.standardError.write("relscope: added '\(trailer)' to the message\n")
      return .pass
    case .refuse(let missing):
      try Output.standardError.write(missing.text(file: path))
      return .fail
    }
  }
}
