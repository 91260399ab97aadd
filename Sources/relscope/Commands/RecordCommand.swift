import ArgumentParser
import Console
import Documents
import Platform
import ReleaseProcess
import ReleaseScope
import ScopeCheck

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Writes into the evidence that a mail was sent or a page published: steps 8, 10 and 13.",
    discussion: """
      Example: relscope record notes 2.4.0 --evidence 2.4.0-evidence.json --mail sent-notes.eml
               relscope record results 2.4.0 --evidence 2.4.0-evidence.json \\
                 --by quinn@example.com --at 2026-11-27T15:00:00Z --reference https://wiki.example.com/2.4.0

      A mail is read as the mail program saves it from the folder of sent mails: who
      sent it, when, and which tickets it names. A draft is refused. What is
      recorded stays when the evidence is fetched again.
      """)

  @Argument(help: ArgumentHelp("What was sent: scope, notes or results.", valueName: "kind"))
  var kind: MessageEvidence.Kind

  @Argument(help: ArgumentHelp("The release version, as Jira has it.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("The evidence file; it is made if it is not there.", valueName: "file"))
  var evidence: String

  @Option(help: ArgumentHelp("The mail that was sent, an .eml file.", valueName: "file"))
  var mail: String?

  @Option(help: ArgumentHelp("Who sent or published it.", valueName: "person"))
  var by: String?

  @Option(help: ArgumentHelp("When: 2026-11-27T15:00:00Z.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("The page's address, or the mail's Message-ID.", valueName: "id"))
  var reference: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let name = try VersionName(asked: version)
      let message = try mail.map { try self.message(of: $0, name) } ?? self.message()
      var evidence = ProcessEvidence(version: name, fetchedAt: .now)
      if File.exists(self.evidence) {
        let file = try EvidenceFile.read(self.evidence, of: name)
        guard file.seal != .none else {
          throw Problem(
            .badData, "'\(self.evidence)' has no seal: a new one would make it look as it was fetched",
            help: EvidenceFile.fetching(self.evidence, of: name))
        }
        evidence = file.evidence
      }
      let known = evidence.messages ?? []
      if !known.contains(message) { evidence.messages = known + [message] }
      try AtomicFile.write(EvidenceFile.text(of: evidence).utf8, to: self.evidence)
      try Output.standardOutput.write(
        line: "recorded in \(self.evidence): \(kind.rawValue) of \(name), \(message.time), by \(message.by ?? "nobody")"
      )
      return .pass
    }
  }

  private func message(of path: String, _ version: VersionName) throws -> MessageEvidence {
    guard by == nil, at == nil, reference == nil else {
      throw Problem(.usage, "the mail says by whom and when it was sent", help: "leave --by, --at and --reference out")
    }
    let mail = try SentMail(parsing: try File.contents(of: path), name: path)
    guard mail.subject.contains(version.text) || mail.text?.contains(version.text) == true else {
      throw Problem(
        .badData, "'\(path)' does not name '\(version)': its subject is '\(mail.subject)'",
        help: "name the mail about this version")
    }
    return MessageEvidence(
      kind: kind, time: mail.time, by: mail.from, reference: mail.messageID,
      tickets: mail.text.map(Self.tickets))
  }

  /// Each once, in the mail's order.
  private static func tickets(in text: String) -> [TicketKey] {
    var seen: Set<TicketKey> = []
    return KeyScanner(projects: []).scan(ArraySlice(text.utf8)).counting.map(\.key).filter { seen.insert($0).inserted }
  }

  private func message() throws -> MessageEvidence {
    guard let by, let at else {
      throw Problem(
        .usage, "nobody says by whom and when it was sent", help: "name the mail with --mail, or say --by and --at")
    }
    guard let time = Instant(parsing: at) else {
      throw Problem(.usage, "'\(at)' is no time", help: "write it as 2026-11-27T15:00:00Z")
    }
    guard time <= .now else { throw Problem(.usage, "'\(at)' has not come yet", help: "record it when it was sent") }
    return MessageEvidence(kind: kind, time: time, by: by, reference: reference)
  }
}

extension MessageEvidence.Kind: ExpressibleByArgument {}
