import ArgumentParser
import Console
import Git
import Platform
import ReleaseScope
import ScopeCheck

struct PullRequestShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows number, state, head, reviews and required checks of the pull request.",
    discussion: """
      Example: relscope pull-request show
               relscope pull-request show --release release/2.4.0 --format json

      A review on a forge binds no content: it is shown with the commit that it was
      given for, as far as the forge tells. The exit status is 0, 66 if no such pull
      request is open, 69 if the forge does not answer, 77 if it refuses the token,
      78 if nobody says which forge it is.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case json
  }

  @OptionGroup var place: PullRequestOptions

  @Option(help: ArgumentHelp("How it is drawn: terminal or json.", valueName: "format"))
  var format: Format = .terminal

  func run() throws(ExitCode) {
    try reportingProblems {
      try ProcessPrivacy.begin()
      let repository = try Repository(opening: place.repo)
      let environment = try place.environment()
      let found = try PullRequestChoice(
        in: repository, remote: place.remote, head: place.release ?? environment?.release?.name,
        base: place.base ?? environment?.base?.name)
      let flags = format == .json ? ["--json"] : []
      let (bytes, status) = try RemoteProgram.run(["pull-request", "show"] + found.arguments + flags)
      if let bytes { try Output.standardOutput.write(bytes: bytes) }
      return status
    }
  }
}
