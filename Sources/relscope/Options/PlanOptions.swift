import ArgumentParser
import Console
import Documents
import Git
import Platform
import ReleaseProcess
import ReleaseScope
import ScopeCheck

/// Which versions the commands about all of them look at, and by what.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(
    help: ArgumentHelp("The branch that releases merge into (default: the policy's, else main).", valueName: "rev"))
  var base: String?

  @Option(help: ArgumentHelp("The policy: a path, REV:PATH, or a file (default: .relscope.yml).", valueName: "file"))
  var policy: String?

  @Option(help: ArgumentHelp("Whose policy counts: base or worktree.", valueName: "place"))
  var trust: Trust = .base

  @Option(help: ArgumentHelp("What relscope process --fetch wrote of a version. Repeatable.", valueName: "file"))
  var evidence: [String] = []

  func reading() throws -> PlanReading<Repository> {
    let repository = try Repository(at: repo)
    var request = CheckRequest(now: .now)
    request.base = base
    request.trust = trust
    request.policy = try DocumentChoice.Parser(repository: repository).parse(policy)
    let evidence = try evidence.map { try EvidenceFile(parsing: try File.contents(of: $0), name: $0).evidence }
    return PlanReading(repository, request, evidence: evidence)
  }
}
