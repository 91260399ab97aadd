import ArgumentParser

struct PullRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull-request",
    abstract: "Shows the pull request of a release, and keeps a comment with the report on it.",
    discussion: """
      Example: relscope pull-request show
               relscope pull-request post --page-url https://ci.example.com/12/scope.html

      On GitHub, GitLab, Bitbucket Cloud and Data Center, Gitea and Forgejo. The
      remote's address says where; for a host of one's own, the policy on the base
      does: forge: {kind: gitlab, url: "https://git.example.com"}.

      The token is in RELSCOPE_FORGE_TOKEN, in the service's own variable
      (GITHUB_TOKEN, GITLAB_TOKEN, BITBUCKET_TOKEN, GITEA_TOKEN; for its own host
      only), or comes from git's credential helpers.
      """,
    subcommands: [PullRequestShow.self, PullRequestPost.self])
}
