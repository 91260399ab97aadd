import ArgumentParser
import Console
import Documents
import Git
import ReleaseScope
import Reports
import ScopeCheck

struct ScopeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scope",
    abstract: "Lists the tickets that a range adds, net, without a manifest.",
    discussion: """
      Example: relscope scope
               relscope scope main..release/2.4.0
               relscope scope --format jql
               relscope scope --format manifest --version 2.4.0 -o releases/2.4.0.json

      Needs no file: what is planned is not asked. Exits with 0 when it could look,
      with 2 when not everything could be seen.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case jql
    case manifest
    case json
  }

  @OptionGroup var options: CheckOptions

  @Option(
    help: ArgumentHelp(
      "How it is drawn: terminal, jql (to paste into Jira), manifest (a first one) or json.", valueName: "format"))
  var format: Format = .terminal

  @Option(name: .shortAndLong, help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      var request = try options.request(in: repository)
      request.fallsBackToWorkTree = options.trust == nil
      request.needsManifest = false
      let report = try ScopeCheck(repository, request).run()
      let text = try text(of: report)
      if output == nil, format == .terminal {
        try Pager.show(text)
      } else {
        try (output.map(Output.file) ?? .standardOutput).write(text)
      }
      if output == nil, format == .terminal {
        try Output.standardError.write(try next(after: report, in: repository))
      }
      return report.incomplete.contains { $0.reason != .noManifest } ? .incomplete : .pass
    }
  }

  private func text(of report: ScopeReport) throws -> String {
    switch format {
    case .terminal:
      return ScopeRenderer(on: Terminal.detected(colour: color, toFile: output != nil)).text(of: report)
    case .jql: return ScopeRenderer.jql(of: report)
    case .manifest: return ManifestFile.text(of: ManifestFile.sealed(try Self.manifest(report)))
    case .json:
      var text = ""
      ReportFile().write(report, to: &text)
      return text
    }
  }

  /// A manifest that plans what is there: to be compared with Jira by a person before it is believed.
  private static func manifest(_ report: ScopeReport) throws -> Manifest {
    guard let version = report.version else {
      throw Problem(.usage, "cannot tell which version the manifest is for", help: "name it with --version")
    }
    let tickets = report.tickets.filter { $0.state == .delivered || $0.state == .partlyReverted }
    return Manifest(
      version: Manifest.Version(name: version), source: Manifest.Source(kind: "scope"),
      tickets: tickets.map { Ticket(key: $0.key, summary: $0.summary) })
  }

  private func next(after report: ScopeReport, in repository: Repository) throws -> String {
    if report.range.commits == 0 { return try Self.elsewhere(in: repository) }
    let version = report.version?.text ?? "2.4.0"
    let steps =
      report.policy == nil
      ? [
        ("relscope init", "writes a policy from what the repository shows"),
        (
          "relscope scope\(options.range.map { " \(ShellWord.quoted($0))" } ?? "") --format jql",
          "finds these tickets in Jira"
        ),
      ]
      : [
        ("relscope manifest fetch --version \(ShellWord.quoted(version))", "fetches what is planned"),
        ("relscope check", "compares"),
      ]
    return "\nnext:\n" + Self.table(steps)
  }

  /// Where there is something to see, if not here: a release branch, the last releases that were tagged.
  private static func elsewhere(in repository: Repository) throws -> String {
    let survey = try RepositorySurvey(repository) { _ in [] }
    var steps: [(String, String)] = []
    if let branch = survey.newestBranch?.name {
      steps.append(("relscope scope \(ShellWord.quoted(branch))", "what this branch adds"))
    }
    if let (older, newer) = survey.lastTags {
      steps.append(("relscope scope \(ShellWord.quoted("\(older)..\(newer)"))", "what the last release added"))
      steps.append(("relscope scope \(ShellWord.quoted("\(newer)..\(survey.base.name)"))", "what came since"))
    }
    guard !steps.isEmpty else { return "\nnothing is added; name a branch: relscope scope BRANCH\n" }
    return "\nthere is something to see by:\n" + table(steps)
  }

  private static func table(_ steps: [(String, String)]) -> String {
    let column = (steps.map(\.0.count).max() ?? 0) + 3
    return steps.map { "  \(TerminalText.detected.cleaned($0.0).padded(to: column))\($0.1)\n" }.joined()
  }
}
