import ArgumentParser
import Forges
import ReleaseScope

/// Which pull request of which repository is meant.
struct ForgeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The address of the remote, without a user.", valueName: "url"))
  var remote: String

  @Option(help: ArgumentHelp("The branch that the pull request brings.", valueName: "branch"))
  var head: String

  @Option(help: ArgumentHelp("The branch that it is merged into.", valueName: "branch"))
  var base: String

  @Option(
    help: ArgumentHelp(
      "What the forge is: \(ForgeKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
  var forge: String?

  @Option(help: ArgumentHelp("Where people find the forge.", valueName: "url"))
  var forgeURL: String?

  /// See ``ForgeQuestion``.
  func ask<Answer>(
    needsToken: Bool, isSilent: Bool = false, _ ask: (ForgeClient) async throws(ForgeError) -> Answer
  ) async throws -> Answer {
    try await ForgeQuestion(remote: remote, forge: forge, forgeURL: forgeURL)
      .ask(needsToken: needsToken, isSilent: isSilent, ask)
  }
}
