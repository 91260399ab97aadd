import Foundation
import ForgeServer
import TestSupport
import Testing

/// One comment on the pull request, kept current.
struct PostTests {
  private static let stranger = ForgeSite.Account(99, "mallory")

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

  private static let posting: [ForgeSite.Face: Set<String>] = [
    .github: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET user", "GET repos/acme/web/issues/12/comments",
      "POST repos/acme/web/issues/12/comments", "PATCH repos/acme/web/issues/comments/N",
      "POST repos/acme/web/statuses/ID",
    ],
    .gitea: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET user", "GET repos/acme/web/issues/12/comments",
      "POST repos/acme/web/issues/12/comments", "PATCH repos/acme/web/issues/comments/N",
      "POST repos/acme/web/statuses/ID",
    ],
    .gitlab: [
      "GET projects/acme%2Fweb/merge_requests", "GET projects/acme%2Fweb/merge_requests/12", "GET user",
      "GET projects/acme%2Fweb/merge_requests/12/notes", "POST projects/acme%2Fweb/merge_requests/12/notes",
      "PUT projects/acme%2Fweb/merge_requests/12/notes/N", "POST projects/acme%2Fweb/statuses/ID",
    ],
    .bitbucketCloud: [
      "GET repositories/acme/web/pullrequests", "GET repositories/acme/web/pullrequests/12", "GET user",
      "GET repositories/acme/web/pullrequests/12/comments", "POST repositories/acme/web/pullrequests/12/comments",
      "PUT repositories/acme/web/pullrequests/12/comments/N", "POST repositories/acme/web/commit/ID/statuses/build",
    ],
    .bitbucketDataCenter: [
      "GET projects/acme/repos/web/pull-requests", "GET projects/acme/repos/web/pull-requests/12",
      "GET projects/acme/repos/web", "GET projects/acme/repos/web/pull-requests/12/activities",
      "POST projects/acme/repos/web/pull-requests/12/comments",
      "PUT projects/acme/repos/web/pull-requests/12/comments/N", "POST projects/acme/repos/web/commits/ID/builds",
    ],
  ]

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
    #expect(release.calls == Self.posting[face])
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
  func `finds its comment on the last of many pages, and no stranger's`(face: ForgeSite.Face) async throws {
    let marker = ForgedRelease.marker(on: face)
    let release = try await ForgedRelease(on: face) { site in
      site.notes = (1...299).map { number in
        ForgeSite.Note(number, number == 40 ? "\(marker)\n\nMine!" : "Comment \(number)", by: Self.stranger)
      }
      site.notes.append(ForgeSite.Note(300, "\(marker)\r\n\r\nOld", by: site.asker))
      site.notes.append(ForgeSite.Note(301, "\(marker)\n\nA younger one", by: site.asker))
    }
    let result = try await release.run("post")
    #expect(result.output.hasPrefix("comment edited on pull request 12"), "\(result)")
    let edited = release.server.site.notes.filter { $0.version > 0 }
    #expect(edited.map(\.id) == [300])
    #expect(release.server.site.notes.count == 301)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `keeps to its own comment with a token that may not say whose it is`(face: ForgeSite.Face) async throws {
    let marker = ForgedRelease.marker(on: face)
    let release = try await ForgedRelease(on: face) { site in
      site.maySayWho = false
      site.asker = ForgeSite.Account(face == .gitea ? -2 : 41, "relscope[bot]", isRobot: true)
      site.notes = [ForgeSite.Note(1, "\(marker)\n\nMine!", by: Self.stranger)]
    }
    let first = try await release.run("post")
    #expect(first.output.hasPrefix("comment made"), "\(first)")
    #expect(release.server.site.notes.first?.version == 0)
    // GitLab lets every token say it but one, which cannot write.
    guard face != .gitlab else { return }
    let second = try await release.run("post")
    #expect(second.output.hasPrefix("comment unchanged"), "\(second)")
    #expect(release.server.site.notes.count == 2)
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

  @Test(arguments: ForgeSite.Face.allCases, [1, 2])
  func `looks for the comment before it makes it again`(face: ForgeSite.Face, times: Int) async throws {
    let release = try await ForgedRelease(on: face, faults: [.lostAnswer(method: "POST", times: times)])
    let result = try await release.run("post")
    #expect(result.status == 0, "\(result)")
    #expect(release.own.count == 1)
  }

  /// Gitea knows no limit.
  @Test(arguments: ForgeSite.Face.allCases.filter { $0 != .gitea })
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
