import Forges
import ReleaseScope
import Testing

struct ForgeTokenTests {
  private func variable(_ url: String, _ kind: ForgeKind?, _ environment: [String: String]) throws -> String? {
    let remote = try #require(RemoteLocation(parsing: url))
    let repository = try ForgeRepository(of: remote, policy: kind.map { ForgePolicy(kind: $0) })
    return ForgeToken(for: repository, in: environment)?.variable
  }

  @Test(
    arguments: [
      ("git@github.com:acme/web", nil, ["GITHUB_TOKEN": "a"], "GITHUB_TOKEN"),
      ("git@github.com:acme/web", nil, ["GITHUB_TOKEN": "", "GH_TOKEN": "a"], "GH_TOKEN"),
      ("git@github.com:acme/web", nil, ["GITHUB_TOKEN": "a", "RELSCOPE_FORGE_TOKEN": "b"], "RELSCOPE_FORGE_TOKEN"),
      ("git@github.com:acme/web", nil, ["GITLAB_TOKEN": "a", "GITEA_TOKEN": "a", "CI_JOB_TOKEN": "a"], nil),
      (
        "git@github.com:acme/web", nil, ["GITHUB_TOKEN": "a", "GITHUB_SERVER_URL": "https://git.corp"], nil
      ),
      ("git@git.corp:acme/web", .github, ["GITHUB_TOKEN": "a"], nil),
      (
        "git@git.corp:acme/web", .github, ["GITHUB_TOKEN": "a", "GITHUB_SERVER_URL": "https://git.corp"],
        "GITHUB_TOKEN"
      ),
      ("git@gitlab.com:acme/web", nil, ["GITLAB_TOKEN": "a", "CI_JOB_TOKEN": "b"], "GITLAB_TOKEN"),
      ("git@gitlab.com:acme/web", nil, ["CI_JOB_TOKEN": "b", "CI_SERVER_URL": "https://gitlab.com"], "CI_JOB_TOKEN"),
      ("git@git.corp:acme/web", .gitlab, ["CI_JOB_TOKEN": "b", "CI_SERVER_URL": "https://gitlab.com"], nil),
      ("git@bitbucket.org:acme/web", nil, ["BITBUCKET_TOKEN": "a"], "BITBUCKET_TOKEN"),
      ("git@git.corp:acme/web", .bitbucketDataCenter, ["BITBUCKET_TOKEN": "a"], nil),
      (
        "git@git.corp:acme/web", .forgejo, ["GITHUB_TOKEN": "a", "GITHUB_SERVER_URL": "https://git.corp"],
        "GITHUB_TOKEN"
      ),
      ("https://codeberg.org/acme/web", nil, ["GITEA_TOKEN": "a"], nil),
    ] as [(String, ForgeKind?, [String: String], String?)])
  func `takes the token of a service for its own host alone`(
    url: String, kind: ForgeKind?, environment: [String: String], variable: String?
  ) throws {
    #expect(try self.variable(url, kind, environment) == variable)
  }

  @Test(
    arguments: [
      ("git@github.com:acme/web", nil, [:], nil),
      ("git@github.com:acme/web", nil, ["RELSCOPE_FORGE_USER": "relscope[bot]"], .named("relscope[bot]")),
      ("git@github.com:acme/web", nil, ["GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com"], .job),
      ("git@github.com:acme/web", nil, ["GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://git.corp"], nil),
      ("git@github.com:acme/web", nil, ["GITHUB_SERVER_URL": "https://github.com"], nil),
      ("git@git.corp:acme/web", .gitea, ["GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://git.corp/"], .job),
      ("git@gitlab.com:acme/web", nil, ["RELSCOPE_FORGE_USER": "kim"], .named("kim")),
      ("git@bitbucket.org:acme/web", nil, ["RELSCOPE_FORGE_USER": "kim@example.com"], nil),
    ] as [(String, ForgeKind?, [String: String], ForgeAccount?)])
  func `knows from the environment whose a token is`(
    url: String, kind: ForgeKind?, environment: [String: String], account: ForgeAccount?
  ) throws {
    let remote = try #require(RemoteLocation(parsing: url))
    let repository = try ForgeRepository(of: remote, policy: kind.map { ForgePolicy(kind: $0) })
    #expect(ForgeAccount(for: repository, in: environment) == account)
  }
}
