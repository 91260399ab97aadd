import ArgumentParser

@main
struct Remote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relscope-remote",
    abstract: "Talks to Jira and to forges for relscope, which runs it.",
    discussion: """
      It has the token from RELSCOPE_JIRA_TOKEN (with RELSCOPE_JIRA_USER, for an
      API token of Cloud) or from git's credential helpers, and the address from
      RELSCOPE_JIRA_URL. The token for a forge comes from RELSCOPE_FORGE_TOKEN, the
      service's own variable, or the same helpers.

      Exit status: 0 complete, 2 incomplete (something of the version may be
      missing), 64 wrong use, 66 no such project or version, 69 Jira does not
      answer, 70 internal error, 73 cannot write, 77 Jira refuses the token,
      78 wrong settings.
      """,
    subcommands: [FetchManifest.self, FetchEvidence.self, CheckAccess.self, PullRequestRemote.self])
}
