import ArgumentParser
import Console
import Documents
import Forges
import Platform
import ReleaseScope
import Reports

struct PostComment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: "Makes or edits the comment with a report, which it reads from standard input.")

  @OptionGroup var forge: ForgeOptions

  @Option(help: ArgumentHelp("The address of the whole report.", valueName: "url"))
  var pageURL: String?

  @Flag(help: "Set a commit status, too.")
  var status = false

  @Flag(help: "Say nothing where there is no token or no right, and end with 0 whatever happens.")
  var bestEffort = false

  func run() async throws {
    do {
      try await post()
    } catch let error as ExitCode {
      throw error
    } catch {
      if bestEffort {
        try yield(to: error)
      } else {
        throw say(error).code
      }
    }
  }

  private struct Posted {
    let request: PullRequest
    let outcome: CommentPost.Outcome
    /// Why the status was not set: the comment is there all the same.
    var refusal: ForgeError?
  }

  private func post() async throws {
    let report = try ReportFile.read(try File.contents(of: "-"), name: "the report")
    guard let judged = report.range.release.id else {
      throw Problem(
        .missing, "the report names no commit, so nobody can say what it is of",
        help: report.incomplete.first?.help.text ?? "post the report of one repository")
    }
    let posted = try await forge.ask(needsToken: true, isSilent: bestEffort) { client throws(ForgeError) -> Posted in
      let kind = client.repository.kind
      let renderer = CommentRenderer(kind.dialect, page: pageURL)
      let question = CommentPost.Question(
        head: forge.head, base: forge.base, judged: judged, marker: renderer.marker(of: report.version),
        limit: kind.commentLimit)
      let done = try await CommentPost.run(question, on: client.forge) { earlier, limit in
        renderer.text(of: report, upTo: limit, after: earlier)
      }
      var posted = Posted(request: done.request, outcome: done.outcome)
      guard status else { return posted }
      do throws(ForgeError) {
        try await client.forge.set(report.status(at: pageURL), of: judged, on: done.request)
      } catch {
        posted.refusal = error
      }
      return posted
    }
    let done =
      switch posted.outcome {
      case .made, .madeAs: "comment made"
      case .edited: "comment edited"
      case .unchanged: "comment unchanged"
      }
    let place = posted.request.url.map { ": \($0)" } ?? ""
    let line = "\(done) on pull request \(posted.request.number)\(place)"
    if case .madeAs(let login) = posted.outcome {
      try remark(
        "the token may not say whose it is, so the next run will not know this comment again",
        help: "let it read its user, or set RELSCOPE_FORGE_USER=\(login)")
    }
    guard let problem = posted.refusal?.problem else { return try Output.standardOutput.write(line: line) }
    try remark("\(line); but no status was set: \(problem.message)", help: problem.help)
    if !bestEffort { throw ExitStatus(problem.kind).code }
  }

  /// A job that comments on the side must not fail for it, and has nothing to say where it was given no right to.
  private func yield(to error: any Error) throws {
    switch error {
    case is NoForgeToken: return
    case let error as ForgeError where error.isWithoutRight: return
    case let error as any ExplainedError:
      try remark("no comment was posted: \(error.problem.message)", help: error.problem.help)
    default: _ = say(error)
    }
  }
}

extension ForgeError {
  /// Whether the token is good, and may not do it; or the job is one of a fork's pull request, which is left alone.
  fileprivate var isWithoutRight: Bool {
    switch fault {
    case .forbidden, .readOnly: true
    case .noPullRequest(_, _, let others): !others.isEmpty && others.allSatisfy(\.isFromFork)
    default: false
    }
  }
}

extension ForgeKind {
  var dialect: CommentDialect {
    switch self {
    case .github, .gitlab, .gitea, .forgejo: .html
    case .bitbucketCloud, .bitbucketDataCenter: .plain
    }
  }

  /// What the service takes, in UTF-16 units, less a thousand: none of them says in which unit it counts.
  fileprivate var commentLimit: Int {
    switch self {
    case .github, .gitea, .forgejo: 64_536
    case .gitlab: 999_000
    case .bitbucketCloud, .bitbucketDataCenter: 31_767
    }
  }
}

extension ScopeReport {
  fileprivate func status(at page: String?) -> CommitStatus {
    let state: CommitStatus.State =
      switch verdict {
      case .pass: .success
      case .fail: .failure
      case .incomplete: .error
      }
    let name = version.map { "\($0): " } ?? ""
    let what =
      switch verdict {
      case .pass: "the release is what the version says"
      case .fail: "\(quantity(counts.errors, "error")), \(quantity(counts.warnings, "warning"))"
      case .incomplete: "not everything could be seen"
      }
    return CommitStatus(state, description: name + what, url: page)
  }
}
