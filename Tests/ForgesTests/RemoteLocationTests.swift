import Forges
import Testing

struct RemoteLocationTests {
  @Test(
    arguments: [
      ("https://github.com/acme/web.git", "github.com", "acme/web"),
      ("https://github.com/acme/web", "github.com", "acme/web"),
      ("https://github.com/acme/web/", "github.com", "acme/web"),
      ("https://github.com/acme/web.git/", "github.com", "acme/web"),
      ("git@github.com:acme/web.git", "github.com", "acme/web"),
      ("github.com:acme/web", "github.com", "acme/web"),
      ("org-12345@github.com:acme/web.git", "github.com", "acme/web"),
      ("git@github.com:123/repo.git", "github.com", "123/repo"),
      ("ssh://git@github.com/acme/web.git", "github.com", "acme/web"),
      ("ssh://git@git.corp:7999/shop/web.git", "git.corp", "shop/web"),
      ("ssh://git@ssh.github.com:443/acme/web.git", "ssh.github.com", "acme/web"),
      ("https://x-access-token:SECRET@github.com/acme/web.git", "github.com", "acme/web"),
      ("https://dana:p@ss@github.com/acme/web.git", "github.com", "acme/web"),
      ("git@gitlab.com:grp/sub/sub2/web.git", "gitlab.com", "grp/sub/sub2/web"),
      ("https://git.corp/gitlab/grp/web.git", "git.corp", "gitlab/grp/web"),
      ("https://git.corp:7443/scm/shop/web.git", "git.corp", "scm/shop/web"),
      ("https://git.corp/bitbucket/scm/~dana/web.git", "git.corp", "bitbucket/scm/~dana/web"),
      ("git@bitbucket.org:acme/web.git", "bitbucket.org", "acme/web"),
      ("https://dana@bitbucket.org/acme/web.git", "bitbucket.org", "acme/web"),
      ("git+ssh://git@github.com/acme/web.git", "github.com", "acme/web"),
      ("git://git.corp/acme/web.git", "git.corp", "acme/web"),
      ("ssh://git@[2001:db8::1]:2222/acme/web.git", "2001:db8::1", "acme/web"),
      ("git@[2001:db8::1]:acme/web.git", "2001:db8::1", "acme/web"),
      ("[2001:db8::1]:acme/web.git", "2001:db8::1", "acme/web"),
      ("https://GitHub.com/Acme/Web.git", "github.com", "Acme/Web"),
      ("git@github.com:/acme/web.git", "github.com", "acme/web"),
      ("https://git.corp/acme/web.git.git", "git.corp", "acme/web.git"),
      ("work:acme/web.git", "work", "acme/web"),
      ("https://dev.azure.com/org/proj/_git/web", "dev.azure.com", "org/proj/_git/web"),
    ])
  func `reads host and path of a remote`(url: String, host: String, path: String) throws {
    let location = try #require(RemoteLocation(parsing: url))
    #expect(location.host == host)
    #expect(location.path == path)
  }

  @Test(arguments: [
    "/srv/git/web.git", "../web.git", "file:///srv/git/web.git", "C:/git/web.git", "C:\\git\\web", "./a:b", "", "web",
    "https://", "https:///acme/web", "https://github.com", "git@github.com:", "ssh://git@github.com:22", ":acme/web",
    "@:acme/web", "weird://host/acme/web", "git@bad host:acme/web", "https://dana:pa/ss@github.com/acme/web",
    "https://github.com#@evil.example.com/acme/web", "https://evil.example.com?@github.com/acme/web",
    "https://github.com\\@evil.example.com/acme/web", "https://evil.example.com\\.github.com/acme/web",
    "https://github.com:x/acme/web", "https://github.com:22:22/acme/web", "dana:secret@github.com:acme/web",
    "https://git%2ehub.com/acme/web", "https://git(hub).com/acme/web", "https://[2001:db8::1]x/acme/web",
    "https://[git.corp]/acme/web", "https://gıthub.com/acme/web",
  ])
  func `finds no host in what is none`(url: String) {
    #expect(RemoteLocation(parsing: url) == nil)
  }

  @Test(arguments: [
    ("office:acme/web.git", true), ("git@office:acme/web.git", true), ("ssh://git@office/acme/web.git", true),
    ("git@web.work:acme/web.git", true), ("git+ssh://git@web.work/acme/web.git", true),
    ("git://office/acme/web.git", false), ("https://office/acme/web.git", false), ("-oProxy:acme/web", false),
    ("[2001:db8::1]:acme/web", false), ("git@192.0.2.7:acme/web", false),
  ])
  func `asks ssh for the name of what may be an alias`(url: String, mayBe: Bool) throws {
    let location = try #require(RemoteLocation(parsing: url))
    #expect(location.mayBeAlias == mayBe)
  }
}
