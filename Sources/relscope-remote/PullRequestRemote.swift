import ArgumentParser

struct PullRequestRemote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull-request",
    abstract: "Looks at the pull request of a release, or keeps its comment current.",
    subcommands: [ShowPullRequest.self, PostComment.self])
}
