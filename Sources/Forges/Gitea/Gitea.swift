import HTTP
import ReleaseScope

/// Gitea and Forgejo, whose interface is GitHub's in most.
struct Gitea: Forge {
  let client: ForgeClient

  var authorship: Authorship { .anybodys }

  func request(
    _ method: Request.Method = .get, _ parts: String..., query: KeyValuePairs<String, String> = [:],
    body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) -> Request {
    Request(
      method, ["repos", client.repository.owner, client.repository.name] + parts, query: query, body: body,
      isRepeatable: isRepeatable)
  }

  /// Gitea writes links with the address that it was set up with, which may be another than the one that is asked: its
  /// pages are asked for by number.
  private func pages<Element: Decodable>(
    _ parts: [String], _ query: [(String, String)], _ asked: String, of type: Element.Type = Element.self
  ) async throws(ForgeError) -> [Element] {
    try await client.numberedPages(asked) { page in
      let path = ["repos", client.repository.owner, client.repository.name] + parts
      return Request(.get, path, fields: query + [("limit", "50"), ("page", "\(page)")])
    }
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    try await pages(["pulls"], [("state", "open"), ("base_branch", base)], "such repository", of: PullReply.self)
      .map(Self.value)
  }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest {
    Self.value(try await client.answer(request(.get, "pulls", "\(number)"), "pull request \(number)"))
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

  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply: AccountReply? = try await readable { () throws(ForgeError) in
      try await client.answer(Request(.get, ["user"]), "account")
    }
    return reply.map(Self.author)
  }

  private static func author(_ account: AccountReply) -> Comment.Author {
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

  func add(_ body: String, to request: PullRequest) async throws(ForgeError) -> Comment.Author? {
    let reply = try await client.reply(
      to: self.request(
        .post, "issues", "\(request.number)", "comments", body: client.body(CommentText(body: body))),
      "pull request \(request.number)")
    return client.made(reply, as: IssueCommentReply.self)?.user.map(Self.author)
  }

  func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError) {
    _ = try await client.reply(
      to: self.request(
        .patch, "issues", "comments", comment.id, body: client.body(CommentText(body: body)), isRepeatable: true),
      "comment \(comment.id)")
  }

  private struct Status: Encodable {
    let state: String
    let context: String
    let description: String
    let target_url: String?
  }

  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError) {
    let text = Status(
      state: status.state.rawValue, context: status.name, description: status.description(upTo: 255),
      target_url: status.url)
    _ = try await client.reply(
      to: self.request(.post, "statuses", "\(commit)", body: client.body(text), isRepeatable: true),
      "commit \(commit.abbreviated)")
  }
}
