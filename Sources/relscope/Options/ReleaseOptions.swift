import ArgumentParser
import Console
import Documents
import Platform
import Git
import ReleaseProcess
import ReleaseScope
import ScopeCheck

/// Which release the commands about its steps look at, and by what.
struct ReleaseOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The release version, as Jira has it.", valueName: "version"), completion: .versions)
  var version: String

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(
    help: ArgumentHelp("The branch that the release merges into (default: the policy's, else main).", valueName: "rev"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "The release (default: the version's branch, else its tag, else what the base has).", valueName: "rev"))
  var release: String?

  @Option(
    help: ArgumentHelp("The manifest: a path in the repository, REV:PATH, or a file elsewhere.", valueName: "file"))
  var manifest: String?

  @Option(help: ArgumentHelp("The policy, in the same ways (default: .relscope.yml).", valueName: "file"))
  var policy: String?

  @Option(help: ArgumentHelp("Whose policy and manifest count: base, release or worktree.", valueName: "place"))
  var trust: Trust = .base

  @Option(help: ArgumentHelp("What an earlier --fetch wrote.", valueName: "file"))
  var evidence: String?

  @Flag(help: "Ask Jira what it knows; with --evidence, write that to the file, to be read again offline.")
  var fetch = false

  var now: Instant { .now }

  func facts() throws -> ProcessFacts {
    let name = try VersionName(asked: version)
    let repository = try Repository(at: repo)
    let evidence =
      try fetch
      ? fetchEvidence(of: name, repository) : evidence.map { try EvidenceFile.read($0, of: name) }
    var request = CheckRequest(now: now)
    request.base = base
    request.release = release
    request.trust = trust
    let choice = DocumentChoice.Parser(repository: repository)
    request.manifest = try choice.parse(manifest)
    request.policy = try choice.parse(policy)
    var facts = try ProcessReading(repository, request, of: name, evidence: evidence?.evidence).facts()
    facts.isEvidenceSealed = evidence?.seal != Seal.none
    return facts
  }

  /// Asks for the tickets of the manifest that is there as well, so that those that left the version are found.
  private func fetchEvidence(of version: VersionName, _ repository: Repository) throws -> EvidenceFile? {
    guard ProcessPrivacy.forbidDumps() else { throw Problem(.internal, "cannot forbid core dumps") }
    let place = try FetchPlace(repo: repo, needsRepository: true)
    guard !place.policy.projects.isEmpty else {
      throw Problem(
        .badConfiguration, "nobody says which projects the release is of",
        help: "set 'projects:' in .relscope.yml: projects: [SHOP]")
    }
    var arguments = ["--version=\(version)"] + place.policy.projects.map { "--project=\($0)" }
    if let query = place.policy.releaseTicketQuery { arguments.append("--release-ticket-query=\(query)") }
    let keys = try place.plannedKeys(of: version, in: repository)
    let (bytes, status) = try RemoteProgram.fetch(.evidence, arguments, keys: keys)
    guard let bytes else {
      // The program has said why.
      throw Problem(
        Problem.Kind.allCases.first { ExitStatus($0) == status } ?? .internal, "Jira told nothing of '\(version)'",
        help: "without --fetch, git and the manifest alone are read")
    }
    let file = try EvidenceFile(parsing: bytes, name: "the answer of \(RemoteProgram.name)")
    if let evidence { try AtomicFile.write(bytes, to: evidence) }
    return file
  }
}
