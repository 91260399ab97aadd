import HTTP
import ReleaseScope

/// Gitea and Forgejo, whose interface is GitHub's in most.
struct Gitea: GitHubInterface {
  let client: ForgeClient

  static var descriptionLimit: Int { 255 }

  var authorship: Authorship { .anybodys }

  /// Gitea writes links with the address that it was set up with, which may be another than the one that is asked: its
  /// pages are asked for by number.
  private func pages<Element: Decodable>(
    _ parts: [String], _ query: [(String, String)], _ asked: String, of type: Element.Type = Element.self
  ) async throws(ForgeError) -> [Element] {
    try await client.numberedPages(asked) { page in
      Request(.get, root + parts, fields: query + [("limit", "50"), ("page", "\(page)")])
    }
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    try await pages(["pulls"], [("state", "open"), ("base_branch", base)], "such repository", of: PullReply.self)
      .map(Self.value)
  }

  static func value(_ reply: PullReply) -> PullRequest {
    let title = reply.title.uppercased()
    let isDraft = reply.draft ?? (title.hasPrefix("WIP:") || title.hasPrefix("[WIP]"))
    let mergeability: PullRequest.Mergeability =
      switch reply.mergeable {
      case true?: .can
      case false?: .cannot("conflict")
      case nil: .unknown
      }
    return reply.pullRequest(isDraft: isDraft, mergeability)
  }

  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review] {
    let replies = try await pages(
      ["pulls", "\(request.number)", "reviews"], [], "reviews", of: PullReviewReply.self)
    return Review.last(
      of: replies.compactMap { reply in
        let stand: Review.Stand
        switch reply.state {
        case "APPROVED": stand = .approved
        case "REQUEST_CHANGES": stand = .changesRequested
        default: return nil
        }
        return Review(
          author: reply.user.flatMap { $0.id == Self.ghostNumber ? nil : $0.login },
          stand: reply.dismissed == true ? .dismissed : stand,
          commit: reply.commit_id.flatMap { CommitName($0) }, time: reply.submitted_at)
      })
  }

  private struct Branch: Decodable {
    let enable_status_check: Bool?
    let status_check_contexts: [String]?
  }

  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks {
    let reply: Branch? = try await readable { () throws(ForgeError) in
      try await client.answer(request(.get, "branches", branch), "branch '\(branch)'")
    }
    guard let reply, let isOn = reply.enable_status_check else { return .unknown }
    return .patterns(isOn ? reply.status_check_contexts ?? [] : [])
  }

  static func author(_ account: AccountReply) -> Comment.Author {
    Comment.Author(id: "\(account.id)", login: account.login, isRobot: account.id == jobNumber)
  }

  /// The account of all jobs. It is none of a person, so that its number is below zero.
  private static var jobNumber: Int { -2 }

  /// Who stands for accounts that were deleted.
  private static var ghostNumber: Int { -1 }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    // Older servers give all comments on every page.
    var seen: Set<Int> = []
    return try await pages(
      ["issues", "\(request.number)", "comments"], [], "comments of pull request \(request.number)",
      of: IssueCommentReply.self
    ).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }.map { $0.comment(Self.author) }
  }
}
