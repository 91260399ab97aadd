import JSON
import ArgumentParser
import Console
import Documents
import Forges
import ReleaseScope

struct ShowPullRequest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Writes what the forge knows of the pull request to standard output.")

  @OptionGroup var forge: ForgeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    do {
      let standing = try await forge.ask(needsToken: false) { client throws(ForgeError) in
        try await PullRequestStanding.read(
          from: forge.head, into: forge.base, on: client.forge, wait: { try? await Task.sleep(for: $0) })
      }
      let text = json ? JSONWriter.pretty(standing.document) + "\n" : standing.text
      try Output.standardOutput.write(text)
    } catch let error as ExitCode {
      throw error
    } catch {
      throw say(error).code
    }
  }
}
