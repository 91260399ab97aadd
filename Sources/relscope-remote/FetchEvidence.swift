import ArgumentParser
import Console
import Documents
import Jira
import ReleaseProcess

struct FetchEvidence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Writes what Jira knows of a release's steps, sealed, to standard output.",
    discussion: "Example: relscope-remote evidence --version 2.4.0 --project SHOP")

  @OptionGroup var options: JiraOptions

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
    let fetched = try await options.ask { question, transport, address, progress throws(JiraError) in
      try await EvidenceFetch.run(question, over: transport, at: address, progress: progress)
    }
    try Output.standardOutput.write(EvidenceFile.text(of: fetched.evidence))
    for gap in fetched.gaps { try remark("the evidence is not complete: \(gap)") }
    if !fetched.gaps.isEmpty { throw ExitCode(2) }
  }
}
