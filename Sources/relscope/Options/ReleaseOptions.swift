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

  @Flag(help: "Ask Jira and the forge; with --evidence, write what they say to the file, to be read again offline.")
  var fetch = false

  var now: Instant { .now }

  func facts() throws -> ProcessFacts {
    let name = try VersionName(asked: version)
    let repository = try Repository(at: repo)
    let evidence =
      try fetch
      ? EvidenceQuestion(of: name, in: repository, base: base).ask(keepingIn: evidence)
      : evidence.map { try EvidenceFile.read($0, of: name) }
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
}
