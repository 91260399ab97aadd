import Foundation
import ForgeServer
import TestSupport
import Testing

/// Whose a comment is that begins as relscope's does: anybody can paste the line, and whoever may write can edit it.
struct OwnCommentTests {
  private static let stranger = ForgeSite.Account(99, "mallory")
  private static let robot = ForgeSite.Account(98, "mirror[bot]", isRobot: true)

  @Test(arguments: ForgeSite.Face.allCases)
  func `finds its comment on the last of many pages, and no stranger's`(face: ForgeSite.Face) async throws {
    let marker = ForgedRelease.marker(on: face)
    let release = try await ForgedRelease(on: face) { site in
      site.notes = (1...299).map { number in
        let isMarked = number == 40 || number == 41
        return ForgeSite.Note(
          number, isMarked ? "\(marker)\n\nMine!" : "Comment \(number)", by: number == 41 ? Self.robot : Self.stranger)
      }
      site.notes.append(ForgeSite.Note(300, "\(marker)\r\n\r\nOld", by: site.asker))
      site.notes.append(ForgeSite.Note(301, "\(marker)\n\nA younger one", by: site.asker))
    }
    let result = try await release.run("post")
    #expect(result.output.hasPrefix("comment edited on pull request 12"), "\(result)")
    let edited = release.server.site.notes.filter { $0.version > 0 }
    #expect(edited.map(\.id) == [300])
    #expect(release.server.site.notes.count == 301)
    #expect(release.otherCalls.isEmpty)
  }

  /// A token that may not ask who it is.
  struct Guest: Sendable, CustomTestStringConvertible {
    let face: ForgeSite.Face
    var isJob = false
    let account: ForgeSite.Account
    /// Who pasted the line before.
    var pasters: [ForgeSite.Account] = []
    let runs: [Run]

    struct Run: Sendable {
      var user: String?
      /// What it does; `nil` where it refuses.
      let outcome: String?
      var says: String?
    }

    var testDescription: String { "\(face.rawValue) \(account.login) beside \(pasters.map(\.login))" }
  }

  private static let app = ForgeSite.Account(41, "relscope[bot]", isRobot: true)
  private static let job = ForgeSite.Account(42, "github-actions[bot]", isRobot: true)
  private static let kim = ForgeSite.Account(5, "kim")
  private static let again = Guest.Run(outcome: "unchanged")
  private static let refused = Guest.Run(outcome: nil, says: "RELSCOPE_FORGE_USER=LOGIN")

  private static func named(_ user: String, _ outcome: String) -> Guest.Run { Guest.Run(user: user, outcome: outcome) }

  private static func warned(_ user: String) -> Guest.Run {
    Guest.Run(outcome: "made", says: "RELSCOPE_FORGE_USER=\(user)")
  }

  private static let guests: [Guest] = [
    // No person writes with an app's token.
    Guest(
      face: .github, account: app, pasters: [stranger],
      runs: [warned("relscope[bot]"), refused, named("Relscope[bot]", "unchanged")]),
    Guest(face: .github, account: app, pasters: [robot], runs: [refused, named("relscope[bot]", "made")]),
    Guest(face: .github, isJob: true, account: job, pasters: [stranger], runs: [named("", "made"), again]),
    Guest(
      face: .github, isJob: true, account: job, pasters: [robot],
      runs: [refused, named("github-actions[bot]", "made"), again]),
    Guest(face: .github, isJob: true, account: app, runs: [warned("relscope[bot]"), refused]),
    Guest(face: .gitea, account: kim, runs: [warned("kim"), refused, named("kim", "unchanged")]),
    Guest(
      face: .gitea, account: kim, pasters: [stranger], runs: [refused, named("kim", "made"), named("kim", "unchanged")]),
    Guest(
      face: .gitea, isJob: true, account: ForgeSite.Account(-2, "gitea-actions", isRobot: true),
      runs: [named("", "made"), again]),
    Guest(face: .gitlab, account: kim, runs: [warned("kim"), refused, named("kim", "unchanged")]),
    // There, nobody can edit the comments of others.
    Guest(face: .bitbucketCloud, account: app, pasters: [stranger, robot], runs: [named("", "made"), again]),
    Guest(face: .bitbucketDataCenter, account: app, pasters: [stranger, robot], runs: [named("", "made"), again]),
  ]

  @Test(arguments: guests)
  func `makes no comment after another with a token that may not say whose it is`(guest: Guest) async throws {
    let marker = ForgedRelease.marker(on: guest.face)
    let release = try await ForgedRelease(on: guest.face) { site in
      site.maySayWho = false
      site.asker = guest.account
      site.notes = guest.pasters.enumerated().map { ForgeSite.Note($0 + 1, "\(marker)\n\nMine!", by: $1) }
    }
    for run in guest.runs {
      var setting: [String: String?] = ["RELSCOPE_FORGE_USER": run.user]
      if guest.isJob {
        setting["GITHUB_ACTIONS"] = "true"
        setting["GITHUB_SERVER_URL"] = release.server.address
      }
      let result = try await release.run("post", "--release", "release/2.4.0", setting: setting)
      #expect(result.status == (run.outcome == nil ? 78 : 0), "\(result)")
      #expect(run.outcome.map { result.output.hasPrefix("comment \($0)") } ?? result.output.isEmpty, "\(result)")
      // On a machine that is busy it says how far it is.
      let said = result.errors.split(separator: "\n").filter { !$0.hasPrefix("relscope: asking ") }.joined(
        separator: "\n")
      #expect(run.says.map { said.contains($0) } ?? said.isEmpty, "\(result)")
    }
    let notes = release.server.site.notes
    #expect(notes.allSatisfy { $0.version == 0 })
    let hasMade = guest.runs.contains { $0.outcome != nil }
    #expect(notes.count == guest.pasters.count + (hasMade ? 1 : 0))
    #expect(release.otherCalls.isEmpty)
  }

  @Test func `knows a user of Data Center whose name has other characters than letters`() async throws {
    let release = try await ForgedRelease(on: .bitbucketDataCenter) { site in
      site.asker = ForgeSite.Account(7, "Dana Ö+ci@corp")
    }
    #expect(try await release.run("post").output.hasPrefix("comment made"))
    #expect(try await release.run("post").output.hasPrefix("comment unchanged"))
    #expect(release.own.count == 1)
  }
}
