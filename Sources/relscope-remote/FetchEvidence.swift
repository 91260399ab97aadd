import ArgumentParser
import Console
import Documents
import Forges
import Jira
import Platform
import ReleaseProcess
import ReleaseScope

struct FetchEvidence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Writes what Jira and the forge know of a release's steps, sealed, to standard output.",
    discussion: """
      Example: relscope-remote evidence --version 2.4.0 --project SHOP
               relscope-remote evidence --version 2.4.0 --no-jira --head release/2.4.0 \\
                 --base main --remote https://github.com/acme/web

      Jira is asked unless --no-jira says otherwise; the forge, if --remote names
      it. Where the forge does not answer, what Jira said is written all the same,
      and the exit status is 2.
      """)

  @OptionGroup var jira: JiraOptions
  @OptionGroup var forge: EvidenceForgeOptions

  @Flag(help: "Do not ask Jira.")
  var noJira = false

  func validate() throws {
    if noJira, forge.remote == nil { throw ValidationError("nobody is asked: name a --remote, or leave out --no-jira") }
  }

  func run() async throws {
    do {
      try await fetch()
    } catch let error as ExitCode {
      throw error
    } catch {
      throw say(error).code
    }
  }

  private func fetch() async throws {
    try Privacy.begin()
    let environment = ForgeAccess.takeEnvironment()
    if noJira { Environment.remove("RELSCOPE_JIRA_TOKEN") }
    var (evidence, gaps) = noJira ? (try jira.noEvidence(), []) : try await askJira()
    let version = evidence.version
    do {
      if let answer = try await forge.answer(of: version, in: environment) {
        evidence.pullRequest = answer.pullRequest
        evidence.hasNoPullRequest = answer.pullRequest == nil
        evidence.deployments = answer.deployments
        gaps += answer.gaps
      }
    } catch let error as any ExplainedError where !noJira {
      gaps.append("the forge did not tell: \(error.problem.message)")
      if let help = error.problem.help { gaps.append(help) }
    }
    try Output.standardOutput.write(EvidenceFile.text(of: evidence))
    for gap in gaps { try remark("the evidence is not complete: \(gap)") }
    if !gaps.isEmpty { throw ExitCode(2) }
  }

  private func askJira() async throws -> (evidence: ProcessEvidence, gaps: [String]) {
    try await jira.ask { question, transport, address, progress throws(JiraError) in
      try await EvidenceFetch.run(question, over: transport, at: address, progress: progress)
    }
  }
}
