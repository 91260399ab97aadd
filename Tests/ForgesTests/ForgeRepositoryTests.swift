import Forges
import HTTP
import ReleaseScope
import Testing

struct ForgeRepositoryTests {
  private func place(
    _ url: String, _ policy: ForgePolicy? = nil, _ environment: [String: String] = [:]
  ) throws -> String {
    let remote = try #require(RemoteLocation(parsing: url))
    let place = try ForgeRepository(of: remote, policy: policy, environment: environment)
    return "\(place.kind.rawValue) \(place.api) \(place.path)"
  }

  @Test(
    arguments: [
      ("git@github.com:acme/web.git", "github https://api.github.com acme/web"),
      ("ssh://git@ssh.github.com:443/acme/web.git", "github https://api.github.com acme/web"),
      ("https://shop.ghe.com/acme/web", "github https://api.shop.ghe.com acme/web"),
      ("git@gitlab.com:grp/sub/web.git", "gitlab https://gitlab.com/api/v4 grp/sub/web"),
      ("ssh://git@altssh.gitlab.com:443/grp/web.git", "gitlab https://gitlab.com/api/v4 grp/web"),
      ("git@bitbucket.org:acme/web.git", "bitbucket-cloud https://api.bitbucket.org/2.0 acme/web"),
      ("https://codeberg.org/acme/web", "forgejo https://codeberg.org/api/v1 acme/web"),
      ("https://gitea.com/acme/web", "gitea https://gitea.com/api/v1 acme/web"),
    ])
  func `knows the hosts that everybody knows`(url: String, place: String) throws {
    #expect(try self.place(url) == place)
  }

  @Test(
    arguments: [
      (
        "https://git.corp/gitlab/grp/sub/web.git", .gitlab, "https://git.corp/gitlab",
        "https://git.corp/gitlab/api/v4 grp/sub/web"
      ),
      ("git@git.corp:grp/web.git", .gitlab, "https://git.corp/gitlab", "https://git.corp/gitlab/api/v4 grp/web"),
      ("git@git.corp:acme/web.git", .github, nil, "https://git.corp/api/v3 acme/web"),
      ("https://git.corp:8443/acme/web.git", .gitea, nil, "https://git.corp:8443/api/v1 acme/web"),
      (
        "ssh://git@git.corp:7999/shop/web.git", .bitbucketDataCenter, "https://bitbucket.corp/bitbucket",
        "https://bitbucket.corp/bitbucket/rest/api/latest shop/web"
      ),
      (
        "https://git.corp/bitbucket/scm/~dana/web.git", .bitbucketDataCenter, "https://git.corp/bitbucket",
        "https://git.corp/bitbucket/rest/api/latest ~dana/web"
      ),
      (
        "https://git.corp:7443/scm/shop/web.git", .bitbucketDataCenter, nil,
        "https://git.corp:7443/rest/api/latest shop/web"
      ),
      ("ssh://git@[2001:db8::1]:2222/acme/web.git", .gitea, "https://git.corp", "https://git.corp/api/v1 acme/web"),
    ] as [(String, ForgeKind, String?, String)])
  func `believes the policy of what nobody knows`(url: String, kind: ForgeKind, web: String?, place: String) throws {
    #expect(try self.place(url, ForgePolicy(kind: kind, url: web)) == "\(kind.rawValue) \(place)")
  }

  /// Names may have dots, and hosts that somebody speaks of are left alone.
  @Test(
    arguments: [
      ("git@web.work:acme/web", "ssh.github.com", nil, "github https://api.github.com acme/web"),
      ("ssh://git@work/acme/web", "gitlab.com", nil, "gitlab https://gitlab.com/api/v4 acme/web"),
      ("git@work:acme/web", "git.corp", .gitea, "gitea https://git.corp/api/v1 acme/web"),
      ("git@git.corp:acme/web", "192.0.2.7", .gitea, "gitea https://git.corp/api/v1 acme/web"),
      ("git@git.corp:acme/web", nil, .gitea, "gitea https://git.corp/api/v1 acme/web"),
    ] as [(String, String?, ForgeKind?, String)])
  func `asks ssh for a name that nobody knows`(
    url: String, host: String?, kind: ForgeKind?, place: String
  ) throws {
    let remote = try #require(RemoteLocation(parsing: url))
    let found = try ForgeRepository(of: remote, policy: kind.map { ForgePolicy(kind: $0) }) { _ in host }
    #expect("\(found.kind.rawValue) \(found.api) \(found.path)" == place)
  }

  @Test(
    arguments: [
      ("git@github.com:acme/web", nil), ("https://web.work/acme/web", nil),
      ("git@git.corp:acme/web", "https://git.corp/git"),
    ] as [(String, String?)])
  func `does not ask ssh for a host that is known`(url: String, web: String?) throws {
    let remote = try #require(RemoteLocation(parsing: url))
    _ = try ForgeRepository(of: remote, policy: ForgePolicy(kind: .gitea, url: web)) { host in
      Issue.record("asked for \(host)")
      return nil
    }
  }

  @Test func `takes a known host for what it is, whatever the policy says`() throws {
    let policy = ForgePolicy(kind: .gitlab, url: "https://elsewhere.example.com")
    #expect(try place("git@github.com:acme/web.git", policy) == "github https://api.github.com acme/web")
  }

  @Test(
    arguments: [
      (
        ["GITHUB_SERVER_URL": "https://git.corp", "GITHUB_API_URL": "https://git.corp/api/v3"],
        "github https://git.corp/api/v3 acme/web"
      ),
      (
        [
          "GITHUB_SERVER_URL": "https://git.corp", "GITHUB_API_URL": "https://git.corp/api/v1", "GITEA_ACTIONS": "true",
        ],
        "gitea https://git.corp/api/v1 acme/web"
      ),
      (
        ["CI_SERVER_URL": "https://git.corp", "CI_API_V4_URL": "https://git.corp/api/v4"],
        "gitlab https://git.corp/api/v4 acme/web"
      ),
    ])
  func `believes the job's own service of itself`(environment: [String: String], place: String) throws {
    #expect(try self.place("https://ci:secret@git.corp/acme/web.git", nil, environment) == place)
  }

  @Test(
    arguments: [
      ("git@git.corp:acme/web.git", nil, [:], .unknownHost),
      (
        "git@git.corp:acme/web.git", nil,
        ["GITHUB_SERVER_URL": "https://other.corp", "GITHUB_API_URL": "https://other.corp/api/v3"], .unknownHost
      ),
      ("https://dev.azure.com/org/proj/_git/web", nil, [:], .notSupported),
      ("git@github.com:acme", nil, [:], .noRepository("acme")),
      ("git@github.com:acme/web/more", nil, [:], .noRepository("acme/web/more")),
      ("git@github.com:acme/..", nil, [:], .noRepository("acme/..")),
      ("git@gitlab.com:web", nil, [:], .noRepository("web")),
      (
        "git@git.corp:acme/web.git", ForgePolicy(kind: .gitlab, url: "http://git.corp"), [:],
        .address(.unprotected(host: "git.corp"))
      ),
    ] as [(String, ForgePolicy?, [String: String], ForgeError.Fault)])
  func `asks no host that nobody vouches for`(
    url: String, policy: ForgePolicy?, environment: [String: String], fault: ForgeError.Fault
  ) throws {
    let error = try #require(throws: ForgeError.self) { try place(url, policy, environment) }
    #expect(error.fault == fault)
    #expect(error.problem.kind == .badConfiguration)
  }
}
