import ArgumentParser
import Console
import Git
import ReleaseScope
import Reports
import ScopeCheck

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Shows the chain of evidence for a ticket or a commit.",
    discussion: """
      Example: relscope why SHOP-12 --release release/2.4.0
               relscope why 1a2b3c4
      """)

  @Argument(help: ArgumentHelp("A ticket key or a commit.", valueName: "key|commit"))
  var subject: String

  @OptionGroup var options: CheckOptions
  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      let wanted = try wanted(in: repository)
      var request = try options.request(in: repository)
      request.fallsBackToWorkTree = options.trust == nil
      request.needsManifest = false
      let report = try ScopeCheck(repository, request).run()
      var text = ""
      let terminal = Terminal.detected(colour: color, toFile: false)
      WhyRenderer(wanted, on: terminal).render(report, to: &text)
      try Pager.show(text)
      return .pass
    }
  }

  private func wanted(in repository: Repository) throws -> WhyRenderer.Subject {
    if let key = try? TicketKey(parsing: subject.uppercased()) { return .ticket(key) }
    do throws(GitError) {
      return .commit(try repository.resolve(subject, as: "commit"))
    } catch {
      // What git cannot parse at all is no commit either.
      guard error.code != .ambiguous, error.code != .missingObject else { throw error }
      throw Problem(
        .missing, "'\(subject)' is neither a ticket's key nor a commit that is here",
        help: error.problem.help?.hasPrefix("did you mean") == true ? error.problem.help : "a key is written SHOP-12")
    }
  }
}
