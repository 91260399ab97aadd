import ArgumentParser
import Console
import Documents
import Git
import Platform
import ReleaseScope
import ScopeCheck

struct ManifestFetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetches the tickets of a version from Jira into a sealed manifest.",
    discussion: """
      Example: relscope manifest fetch --version 2.4.0
               relscope manifest fetch --version 2.4.0 --check-scope main..HEAD

      Jira's address is in RELSCOPE_JIRA_URL, the token in RELSCOPE_JIRA_TOKEN, with
      RELSCOPE_JIRA_USER (the account's e-mail address) for an API token of Cloud; or
      user and token come from git's credential helpers.

      What changed since the manifest was last fetched goes to standard output. The
      exit status is 0, 2 if something of the version may be missing, 69 if Jira does
      not answer, 77 if it refuses the token.
      """)

  @Option(help: ArgumentHelp("The release version, as Jira names it.", valueName: "name"))
  var version: String

  @Option(help: ArgumentHelp("The ticket projects (default: the policy's).", valueName: "A,B"))
  var projects: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the manifest goes; - for standard output (default: the policy's 'manifest').", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Ask also for the tickets that these commits name and the version lacks.", valueName: "base..release"))
  var checkScope: String?

  @Option(help: ArgumentHelp("The address of Jira, in place of RELSCOPE_JIRA_URL.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      try ProcessPrivacy.begin()
      let name = try VersionName(asked: version)
      let context = try FetchContext(repo: repo, needsRepository: checkScope != nil)
      let projects = try CheckOptions.projects(self.projects) ?? context.policy.projects
      guard !projects.isEmpty else {
        throw Problem(
          .usage, "nobody says which projects the release is of",
          help: "add --projects SHOP,PAY, or set 'projects:' in .relscope.yml")
      }
      let target = try context.target(output, version: name)
      let keys = try checkScope.map { try context.keys(in: $0, version: name, projects: projects) }
      let (bytes, status) = try RemoteProgram.fetch(
        .manifest, arguments(name, projects, context.policy), keys: keys)
      guard let bytes else { return status }
      let file = try ManifestFile(parsing: bytes, name: "the answer of \(RemoteProgram.name)")
      guard case .intact = file.seal else {
        throw Problem(.internal, "'\(RemoteProgram.name)' gave a manifest without its seal")
      }
      try target.write(file)
      return status
    }
  }

  private func arguments(_ version: VersionName, _ projects: [ProjectKey], _ policy: Policy) -> [String] {
    var seen: Set<String> = []
    let fields = policy.triage.sorted { $0.key < $1.key }.flatMap(\.value).filter { seen.insert($0).inserted }
    return ["--version=\(version)"] + projects.map { "--project=\($0)" } + fields.map { "--field=\($0)" }
      + [policy.releaseTicketQuery.map { "--release-ticket-query=\($0)" }, url.map { "--url=\($0)" }].compactMap(\.self)
  }
}
