import Approvals
import ArgumentParser
import Console
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Signs that this head, with this scope, may be released.",
    discussion: """
      Example: relscope approve --role tech-lead --push
               relscope approve release/2.4.0 --until 2026-12-20 --push
               relscope approve --revoke --role tech-lead --push

      Shows what is signed and asks. Signs with the ssh key that git signs with
      (git config user.signingKey), by ssh-keygen: an agent, a pass phrase and a
      security key work. The approval is kept in a note on the head, under
      refs/notes/relscope-approvals, and holds for this head and this scope alone.
      """)

  @Argument(help: ArgumentHelp("The release branch, or any revision (default: HEAD).", valueName: "release"))
  var branch: String?

  @Option(
    help: ArgumentHelp("The role in which to approve (default: the only one that the key may fill).", valueName: "role")
  )
  var role: String?

  @Flag(help: "Also push the approval, after merging what others have pushed.")
  var push = false

  @Option(help: ArgumentHelp("The remote to push to.", valueName: "name"))
  var remote = "origin"

  @Option(help: ArgumentHelp("The last day (UTC) on which it holds (default: in 14 days).", valueName: "day"))
  var until: String?

  @Option(
    help: ArgumentHelp("Approve although the check does not pass; the reason is signed too.", valueName: "reason"))
  var despite: String?

  @Flag(help: "Take back what was approved of this head.")
  var revoke = false

  @Flag(name: [.long, .customShort("y")], help: "Do not ask; needed where there is no terminal.")
  var yes = false

  @Option(help: ArgumentHelp("The key, in place of git's user.signingKey.", valueName: "file"))
  var key: String?

  @OptionGroup var options: CheckOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      var request = try options.request(in: repository)
      if let branch {
        guard request.release == nil else {
          throw Problem(.usage, "the release is named twice", help: "leave --release out")
        }
        request.release = branch
      }
      guard let draft = try ScopeCheck(repository, request).approvable() else {
        throw Problem(.missing, "the release's commit is not here", help: "run: git fetch origin")
      }
      let git = RepositoryGit(in: repository)
      let signing = try SigningKeyChoice(named: key, git)
      let person = try Approver(of: draft, signing.key, role: role, git)
      let payload = try self.payload(draft, person, repository)
      try Output.standardError.write(summary(of: payload, draft, person))
      guard try yes || Self.isConfirmed() else { return .pass }
      let blob = try signing.sign(payload.bytes)
      try Self.verify(blob, of: payload, draft)
      let notes = ApprovalNotesRef(git: git, repository: repository)
      try notes.add(ApprovalRecord(payload, signature: blob), on: payload.head)
      if push { try notes.share(with: remote) }
      try Output.standardError.write(outcome(payload, draft))
      return .pass
    }
  }

  private func payload(
    _ draft: ApprovalDraft, _ person: Approver, _ repository: Repository
  ) throws -> ApprovalPayload {
    guard draft.subject.version != nil else {
      throw Problem(
        .usage, "cannot tell which version is approved", help: "name it with --version, or be on a release branch")
    }
    if !revoke, draft.report.verdict != .pass, despite?.contains(where: { !$0.isWhitespace }) != true {
      let summary = verdict(of: draft.report)
      throw Problem(
        .usage, "the check does not pass: \(summary)",
        help: "look at it: relscope check; or approve all the same, with a reason: --despite 'reason'")
    }
    let mergeTree = try repository.mergeTree(of: draft.subject.head, into: draft.subject.base)
    return draft.payload(
      revoke ? .revoke : .approve, by: person.name, as: person.role, mergeTree: mergeTree, until: try day(draft),
      despite: revoke || draft.report.verdict == .pass ? nil : despite)
  }

  private func verdict(of report: ScopeReport) -> String {
    var text = ""
    VerdictLine(unicode: Terminal.hasUnicode).render(report, to: &text)
    return String(text.dropLast())
  }

  private func day(_ draft: ApprovalDraft) throws -> Day {
    let today = draft.subject.now.day
    guard let until else { return Day(number: today.number + 14) }
    guard let day = Day(parsing: until) else {
      throw Problem(.usage, "'\(until)' is no day", help: "write it as \(Day(number: today.number + 14))")
    }
    guard day >= today else {
      throw Problem(.usage, "'\(until)' is over", help: "name a day from \(today) on")
    }
    return day
  }

  private static func isConfirmed() throws -> Bool {
    guard StandardInput.isTerminal else {
      throw Problem(.usage, "nobody can be asked: there is no terminal", help: "add --yes to sign without a question")
    }
    try Output.standardError.write("Sign this? [y/N] ")
    return ["y", "yes"].contains(StandardInput.line()?.lowercased())
  }

  /// What a gate would not take is not written.
  private static func verify(_ blob: [UInt8], of payload: ApprovalPayload, _ draft: ApprovalDraft) throws {
    do throws(SignatureError) {
      try SSHSignature(parsing: blob).verify(payload.bytes, demands: draft.policy.keys)
    } catch {
      throw Problem(
        .badConfiguration, "no gate would take this: the signature \(error.message)",
        help: "use another key: --key FILE")
    }
  }

  private func summary(of payload: ApprovalPayload, _ draft: ApprovalDraft, _ person: Approver) -> String {
    let counts = draft.report.counts
    let rows = [
      ("version", payload.version),
      ("head", "\(payload.head.abbreviated)  \(draft.head.subject)"),
      ("base", "\(draft.report.range.base.name) (\(payload.base.abbreviated))"),
      ("verdict", verdict(of: draft.report)),
      (
        "scope",
        "\(counts.delivered) delivered, \(counts.absent) absent, \(counts.unplanned) unplanned, "
          + "\(counts.untracked) without a ticket"
      ),
      ("role", "\(payload.role), as \(payload.approver)"), ("key", person.fingerprint),
      effect(of: payload),
    ]
    let reason = payload.despite.map { [("despite", $0)] } ?? []
    return (rows + reason).map { "  \($0.0.padded(to: 11)) \(TerminalText.detected.cleaned($0.1))\n" }.joined()
  }

  private func effect(of payload: ApprovalPayload) -> (String, String) {
    switch payload.decision {
    case .approve: ("until", "\(payload.until)")
    case .revoke: ("takes back", "what was approved of this head")
    }
  }

  private func outcome(_ payload: ApprovalPayload, _ draft: ApprovalDraft) -> String {
    let what =
      switch payload.decision {
      case .approve: "approved"
      case .revoke: "taken back"
      }
    let next = push ? "" : "  share it: git push \(ShellWord.quoted(remote)) \(SharedNotes.approvals.reference)\n"
    return "relscope: \(TerminalText.detected.cleaned("\(what) \(payload.head.abbreviated) as \(payload.role)"))\n"
      + next
  }
}
