import Foundation
import ForgeServer
import TestSupport
import Testing

/// One comment on the pull request, kept current.
struct PostTests {
  @Test(arguments: ForgeSite.Face.allCases)
  func `makes a comment, leaves it alone when nothing changed, and edits it when something did`(
    face: ForgeSite.Face
  ) async throws {
    let release = try await ForgedRelease(on: face)
    let made = try await release.run("post")
    #expect(made.status == 0, "\(made)")
    #expect(made.output.hasPrefix("comment made on pull request 12"), "\(made)")
    let first = try #require(release.own.first?.body)
    #expect(first.hasPrefix(ForgedRelease.marker(on: face) + "\n"), "\(first)")
    #expect(first.contains("FAIL: release/2.4.0 is not what 2.4.0 says: 2 errors"), "\(first)")
    #expect(first.contains("https://jira.example.com/browse/SHOP-9"), "\(first)")

    let same = try await release.run("post")
    #expect(same.output.hasPrefix("comment unchanged"), "\(same)")
    #expect(release.own.map(\.version) == [0])

    let repository = release.repository
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "export const parts = 3\n"])
    let head = try await repository.id(of: "HEAD")
    release.server.change { $0.pulls[0].headCommit = head }
    let edited = try await release.run("post")
    #expect(edited.output.hasPrefix("comment edited"), "\(edited)")
    #expect(release.own.map(\.version) == [1])
    let second = try #require(release.own.first?.body)
    #expect(second.contains("gone: [PAY-2](https://jira.example.com/browse/PAY-2)"), "\(second)")
    // The same again says what was new then, and so nothing else.
    let again = try await release.run("post")
    #expect(again.output.hasPrefix("comment unchanged"), "\(again)")
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `makes no other calls than these, and sets a status when it is asked to`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    let page = "https://ci.example.com/12/scope.html"
    let first = try await release.run("post", "--status", "--page-url", page)
    #expect(first.status == 0, "\(first)")
    #expect(release.own.first?.body.contains("[The whole report](\(page))") == true)
    let status = try #require(release.server.site.statuses.first)
    #expect(status.commit == (try await release.repository.id(of: "HEAD")))
    #expect(["failure", "failed", "FAILED"].contains(status.members["state"]))
    #expect(status.members["description"] == "2.4.0: 2 errors, 0 warnings")
    #expect((status.members["target_url"] ?? status.members["url"]) == page)
    release.server.change { $0.notes[0].body = $0.notes[0].body + "\nold" }
    #expect(try await release.run("post").output.hasPrefix("comment edited"))
    #expect(release.calls == ForgedRelease.posting[face])
  }

  @Test(arguments: [ForgeSite.Face.github, .gitlab, .gitea])
  func `says of the comment and of the status what became of each`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    let head = try await release.repository.id(of: "HEAD")
    release.server.set([.failure("statuses/\(head)", status: 403)])
    let result = try await release.run("post", "--status")
    #expect(result.status == 77, "\(result)")
    #expect(result.errors.contains("comment made on pull request 12"), "\(result)")
    #expect(result.errors.contains("but no status was set: "), "\(result)")
    let job = try await release.run("post", "--status", "--best-effort")
    #expect(job.status == 0 && job.errors.contains("comment unchanged on pull request 12"), "\(job)")
    #expect(job.errors.contains("but no status was set: "), "\(job)")
    #expect(release.server.site.notes.count == 1)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `posts nothing where there is no pull request of the branch itself`(face: ForgeSite.Face) async throws {
    let none = try await ForgedRelease(on: face) { $0.pulls = [] }
    let lonely = try await none.run("post")
    #expect(lonely.status == 66, "\(lonely)")
    #expect(lonely.errors.contains("no open pull request of 'release/2.4.0' into 'main'"), "\(lonely)")

    let fork = try await ForgedRelease(on: face) { site in
      let head = site.pulls[0].headCommit
      site.pulls = [
        ForgeSite.Pull(3, commit: head, repository: "mallory/web"), ForgeSite.Pull(4, commit: head, repository: nil),
        ForgeSite.Pull(5, commit: head, base: "develop"),
      ]
    }
    let refused = try await fork.run("post")
    #expect(refused.status == 66, "\(refused)")
    #expect(fork.server.site.notes.isEmpty)
    fork.server.change { $0.pulls.removeAll { $0.base == "develop" } }
    let job = try await fork.run("post", "--best-effort")
    #expect(job.status == 0 && job.errors.isEmpty && job.output.isEmpty, "\(job)")

    let both = try await ForgedRelease(on: face) { site in
      site.pulls.insert(ForgeSite.Pull(3, commit: site.pulls[0].headCommit, repository: "mallory/web"), at: 0)
    }
    let posted = try await both.run("post")
    #expect(posted.output.hasPrefix("comment made on pull request 12"), "\(posted)")
    for release in [none, fork, both] { #expect(release.otherCalls.isEmpty) }
  }

  @Test(arguments: ForgeSite.Face.allCases, [false, true])
  func `posts nothing about another commit than the head`(face: ForgeSite.Face, isLate: Bool) async throws {
    let other = String(repeating: "9d8e7f6a", count: 5)
    let release = try await ForgedRelease(on: face) { site in
      if !isLate { site.pulls[0].headCommit = other }
    }
    // Somebody pushes while the comments are read.
    let end = ["github": "comments", "gitea": "comments", "gitlab": "notes", "bitbucket-cloud": "comments"][
      face.rawValue]
    if isLate { release.server.set([.push(end ?? "activities", commit: other)]) }
    let result = try await release.run("post")
    #expect(result.status == 66, "\(result)")
    #expect(result.errors.contains("pull request 12 is at 9d8e7f6, and the report is of "), "\(result)")
    #expect(release.server.site.notes.isEmpty)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `posts nothing on a pull request that goes elsewhere by now`(face: ForgeSite.Face) async throws {
    let end = [
      "github": "pulls/12", "gitea": "pulls/12", "gitlab": "merge_requests/12", "bitbucket-cloud": "pullrequests/12",
    ]
    let release = try await ForgedRelease(
      on: face, faults: [.retarget(end[face.rawValue] ?? "pull-requests/12", base: "develop")])
    let result = try await release.run("post", "--status")
    #expect(result.status == 66, "\(result)")
    #expect(
      result.errors.contains("pull request 12 has changed meanwhile: it brings 'release/2.4.0' into 'develop'"),
      "\(result)")
    #expect(release.server.site.notes.isEmpty && release.server.site.statuses.isEmpty)
    #expect(release.otherCalls.isEmpty)
  }

  @Test func `sets no status beside GitLab's pipelines where there is none`() async throws {
    let release = try await ForgedRelease(on: .gitlab) { $0.hasPipeline = false }
    let result = try await release.run("post", "--status")
    #expect(result.status == 66 && result.errors.contains("the merge request has no pipeline"), "\(result)")
    #expect(release.own.count == 1 && release.server.site.statuses.isEmpty)
  }

  /// A report is posted as it is: options that say something else are not passed over.
  @Test(
    arguments: [
      (["--release", "release/2.4.0"], nil), (["--release", "HEAD", "--version", "2.4.0"], nil),
      (["main..release/2.4.0"], nil), (["--base", "refs/heads/main"], nil),
      (["--release", "release/2.5.0"], "is of 'release/2.4.0', and the release is to be 'release/2.5.0'"),
      (["--release", "main"], "and the release is to be 'main' at"),
      (["--version", "2.5.0"], "is of version '2.4.0', and --version is '2.5.0'"),
      (["--base", "develop"], "is of a release into 'main', and the base is to be 'develop'"),
      (["--manifest", "x.json"], "--manifest is for a check"), (["--stage", "push"], "--stage is for a check"),
    ] as [([String], String?)])
  func `posts a report only as what it is of`(options: [String], words: String?) async throws {
    let release = try await ForgedRelease(on: .github)
    let repository = release.repository
    try await repository.git("branch", "release/2.5.0")
    let relscope = try Relscope(for: repository)
    let file = repository.folder.path + "/scope.json"
    _ = try await relscope.run(["check", "--format", "json", "--output", file], in: repository.path)
    let result = try await relscope.run(
      ["pull-request", "post", "--report", file] + options, in: repository.path,
      setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"])
    #expect(result.status == (words == nil ? 0 : 64), "\(result)")
    #expect(words.map { result.errors.contains($0) } ?? true, "\(result)")
    #expect(release.own.count == (words == nil ? 1 : 0))
  }

  @Test(arguments: ForgeSite.Face.allCases, [1, 2])
  func `looks for the comment before it makes it again`(face: ForgeSite.Face, times: Int) async throws {
    let release = try await ForgedRelease(on: face, faults: [.lostAnswer(method: "POST", times: times)])
    let result = try await release.run("post")
    #expect(result.status == 0, "\(result)")
    #expect(release.own.count == 1)
    #expect(release.otherCalls.isEmpty)
  }

  /// Gitea knows no limit, and what stands before it may.
  @Test(arguments: ForgeSite.Face.allCases)
  func `stays below the limit of the service, and says so at the start`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face, keys: (1...700).map { "SHOP-\($0 + 1000)" })
    release.server.change { $0.longest = min($0.longest, 20_000) }
    let result = try await release.run("post")
    #expect(result.status == 0, "\(result)")
    let body = try #require(release.own.first?.body)
    #expect(body.utf16.count <= 20_000)
    let start = body.split(separator: "\n").prefix(5).joined(separator: "\n")
    #expect(start.contains("FAIL: release/2.4.0") && start.contains("Too long for a comment"), "\(start)")
    #expect(body.contains("**Left out for length: "))
    #expect(release.otherCalls.isEmpty)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `notifies nobody and links nothing that it should not`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    _ = try await release.run("post")
    let body = try #require(release.own.first?.body)
    #expect(body.contains("Accept two vouchers"))
    #expect(!body.contains("@dana") && !body.contains(" #12"), "\(body)")
  }
}
