import Commits
import Testing

struct RefNameTests {
  @Test(arguments: [
    ("refs/heads/release/2.4.0", RefName.Kind?.some(.branch), "release/2.4.0"), ("refs/tags/v1", .tag, "v1"),
    ("refs/remotes/origin/main", .tracking, "origin/main"), ("refs/notes/tickets", nil, "refs/notes/tickets"),
    ("HEAD", nil, "HEAD"), ("refs/headsx", nil, "refs/headsx"), ("main", nil, "main"),
  ])
  func `knows its folder`(text: String, kind: RefName.Kind?, short: String) {
    let name = RefName(text)
    #expect(name.kind == kind)
    #expect(name.short == short)
    #expect(name.branch == (kind == .branch ? short : nil))
    #expect(name.tag == (kind == .tag ? short : nil))
  }

  @Test(arguments: [
    ("refs/remotes/origin/main", "origin", String?("main")), ("refs/remotes/origin/a/b", "origin", "a/b"),
    ("refs/remotes/team/eu/main", "team/eu", "main"), ("refs/remotes/originals/main", "origin", nil),
    ("refs/heads/origin/main", "origin", nil),
  ])
  func `tells the branch of a remote`(text: String, remote: String, branch: String?) {
    #expect(RefName(text).branch(of: remote) == branch)
    if let branch { #expect(RefName.tracking(branch, of: remote).text == text) }
  }
}
