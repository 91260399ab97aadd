import ArgumentParser
import Console
import Documents
import Gate
import Git
import Platform
import ReleaseScope
import ScopeCheck

struct PullRequestPost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: "Makes a comment with the report on the pull request, or edits the one that is there.",
    discussion: """
      Example: relscope pull-request post
               relscope pull-request post --report scope.json --best-effort

      Checks the release, unless --report names the JSON report of a check, which
      --release, --base and --version must agree with if they are given. One
      comment is kept for each version; where it says the same already, nothing is
      done. Nothing is posted on a pull request whose head is another commit, that
      is closed, or that comes from a fork.

      The exit status tells whether the comment is there, not what it says: 0, 66 if
      no such pull request is open or its head is another, 69 if the forge does not
      answer, 77 if it refuses the token, 78 if there is none or nobody says which
      forge it is. With --best-effort it is 0 whatever happens.
      """)

  @OptionGroup var options: CheckOptions

  @Option(help: ArgumentHelp("The JSON report to post, in place of a check (- for standard input).", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("The remote that has the pull request (default: that of the base).", valueName: "name"))
  var remote: String?

  @Option(help: ArgumentHelp("The address of the whole report, to link to.", valueName: "url"))
  var pageURL: String?

  @Flag(help: "Set a commit status too, where the job itself is not the check.")
  var status = false

  @Flag(help: "For jobs that comment on the side: silent without a token or a right, and always status 0.")
  var bestEffort = false

  func run() throws(ExitCode) {
    try reportingProblems {
      do {
        return try post()
      } catch let error as any ExplainedError where bestEffort {
        // A remote on no forge is where nothing can be posted.
        try remark("no comment was posted: \(error.problem.message)", help: error.problem.help)
        return .pass
      }
    }
  }

  private func post() throws -> ExitStatus {
    try ProcessPrivacy.begin()
    let page = try pageURL.map(Self.address)
    let repository = try options.repository()
    let environment = try options.environment()
    let report = try judged(repository, environment)
    let named = try options.sides().release
    let place = try PullRequestChoice(
      in: repository, remote: remote, head: environment?.release?.name ?? named ?? report.range.release.name,
      base: environment?.base?.name ?? report.range.base.name)
    var text = ""
    ReportFile().write(report, to: &text)
    let flags = [page.map { "--page-url=\($0)" }, status ? "--status" : nil, bestEffort ? "--best-effort" : nil]
    let (bytes, outcome) = try RemoteProgram.run(
      ["pull-request", "post"] + place.arguments + flags.compactMap(\.self), input: Array(text.utf8))
    if let bytes { try Output.standardOutput.write(bytes: bytes) }
    return outcome
  }

  private func judged(_ repository: Repository, _ environment: CIEnvironment?) throws -> ScopeReport {
    if let report {
      let name = report == "-" ? "standard input" : report
      let found = try ReportFile.read(try File.contents(of: report), name: name)
      try ReportAgreement(of: options, in: repository).check(found, name: name)
      return found
    }
    let request = try options.request(in: repository)
    do {
      return try environment.map { try CICheck(repository, $0).run(request) } ?? ScopeCheck(repository, request).run()
    } catch is NoReleaseBrought {
      throw Problem(.missing, "this brings no release to the base", help: "name the release with --release")
    }
  }

  /// - Throws: ``Problem`` of kind `usage` for what is no address of a page.
  private static func address(_ text: String) throws(Problem) -> String {
    let isPlain = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") }
    guard isPlain, text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw Problem(
        .usage, "'\(text)' is no address of a page", help: "write it as https://ci.example.com/scope.html")
    }
    return text
  }
}
