import ArgumentParser
import Console
import Forges
import HTTP
import ReleaseProcess
import ReleaseScope
import Reports

/// Which forge is asked for the evidence of a release, if one is.
struct EvidenceForgeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The address of the remote with the pull request, without a user.", valueName: "url"))
  var remote: String?

  @Option(
    name: .customLong("head"),
    help: ArgumentHelp("The branch that the release has. Repeatable, the likeliest first.", valueName: "branch"))
  var heads: [String] = []

  @Option(help: ArgumentHelp("The branch that it is merged into.", valueName: "branch"))
  var base: String?

  @Option(help: ArgumentHelp("The forge's environment that is production.", valueName: "name"))
  var environment: String?

  @Option(
    help: ArgumentHelp(
      "What the forge is: \(ForgeKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
  var forge: String?

  @Option(help: ArgumentHelp("Where people find the forge.", valueName: "url"))
  var forgeURL: String?

  func validate() throws {
    if remote != nil, heads.isEmpty || base == nil {
      throw ValidationError("--remote needs --head and --base: which pull request is meant")
    }
  }

  /// - Parameter environment: As it was before the tokens were taken out.
  /// - Returns: `nil` where no forge is asked for.
  func answer(
    of version: VersionName, in environment: [String: String]
  ) async throws -> ForgeEvidenceFetch.Answer? {
    guard let remote, let base else { return nil }
    let question = ForgeEvidenceFetch.Question(heads: heads, base: base, environment: self.environment)
    return try await ForgeQuestion(remote: remote, forge: forge, forgeURL: forgeURL, environment: environment)
      .ask(needsToken: false) { client throws(ForgeError) in
        let renderer = CommentRenderer(client.repository.kind.dialect)
        return try await ForgeEvidenceFetch.run(question, on: client.forge) { comment in
          renderer.told(in: comment.body, of: version).map { head in
            PullRequestEvidence.Comment(head: head, time: comment.time, url: comment.url)
          }
        }
      }
  }
}
