import ArgumentParser
import Console
import Jira

struct CheckAccess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Asks Jira whether it knows who asks, and nothing else.",
    discussion: "Example: relscope-remote access")

  @Option(help: ArgumentHelp("The address of Jira (default: RELSCOPE_JIRA_URL).", valueName: "url"))
  var url: String?

  func run() async throws {
    do {
      let answer = try await JiraAccess.ask(url: url) { transport, address, _ throws(JiraError) in
        (try await JiraIdentity(over: transport, at: address), address)
      }
      try Output.standardOutput.write(line: "\(answer.1) knows \(answer.0.name)")
    } catch {
      throw say(error).code
    }
  }
}
