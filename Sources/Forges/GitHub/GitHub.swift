import HTTP
import ReleaseScope

/// GitHub and its Enterprise Server, by the REST interface of 2022-11-28.
struct GitHub: Forge {
  let client: ForgeClient

  var authorship: Authorship { .robots(job: "github-actions[bot]") }

  private static let headers = [
    "Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28",
  ]

  func request(
    _ method: Request.Method = .get, _ parts: String..., query: KeyValuePairs<String, String> = [:],
    body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) -> Request {
    Request(
      method, ["repos", client.repository.owner, client.repository.name] + parts, query: query, headers: Self.headers,
      body: body, isRepeatable: isRepeatable)
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    // Without the owner, GitHub passes over the filter.
    let owned = try await pulls(["state": "open", "head": "\(client.repository.owner):\(head)", "per_page": "100"])
    if !owned.isEmpty { return owned }
    // An owner that was renamed has no branches by the old name.
    return try await pulls(["state": "open", "base": base, "per_page": "100"])
  }

  func pulls(_ query: KeyValuePairs<String, String>) async throws(ForgeError) -> [PullRequest] {
    try await client.pages(request(.get, "pulls", query: query), "such repository", of: PullReply.self)
      .map(Self.value)
  }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest {
    Self.value(try await client.answer(request(.get, "pulls", "\(number)"), "pull request \(number)"))
  }

  private static func value(_ reply: PullReply) -> PullRequest {
    let mergeability: PullRequest.Mergeability =
      switch (reply.mergeable, reply.mergeable_state) {
      case (true, "clean"), (true, "unstable"), (true, "has_hooks"), (true, nil): .can
      case (true, let state?), (false, let state?): .cannot(state)
      case (false, nil): .cannot("conflict")
      case (nil, _): .unknown
      }
    return reply.pullRequest(isDraft: reply.draft == true, mergeability)
  }

  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review] {
    let replies = try await client.pages(
      self.request(.get, "pulls", "\(request.number)", "reviews", query: ["per_page": "100"]), "reviews",
      of: PullReviewReply.self)
    return Review.last(
      of: replies.compactMap { reply in
        let stand: Review.Stand
        switch reply.state {
        case "APPROVED": stand = .approved
        case "CHANGES_REQUESTED": stand = .changesRequested
        case "DISMISSED": stand = .dismissed
        default: return nil
        }
        return Review(
          author: reply.user?.login, stand: stand, commit: reply.commit_id.flatMap { CommitName($0) },
          time: reply.submitted_at)
      })
  }

  private struct Rule: Decodable {
    struct Parameters: Decodable {
      struct Check: Decodable {
        let context: String
      }

      let required_status_checks: [Check]?
    }

    let type: String
    let parameters: Parameters?
  }

  private struct Branch: Decodable {
    struct Protection: Decodable {
      struct Checks: Decodable {
        let contexts: [String]
      }

      let required_status_checks: Checks?
    }

    let protection: Protection?
  }

  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks {
    let rules = try await readable { () throws(ForgeError) in
      try await client.pages(
        request(.get, "rules", "branches", branch, query: ["per_page": "100"]), "rules", of: Rule.self)
    }
    let protection = try await readable { () throws(ForgeError) in
      try await client.answer(request(.get, "branches", branch), "branch '\(branch)'", as: Branch.self)
    }
    guard rules != nil || protection != nil else { return .unknown }
    let names =
      (rules ?? []).filter { $0.type == "required_status_checks" }
      .flatMap { $0.parameters?.required_status_checks?.map(\.context) ?? [] }
      + (protection?.protection?.required_status_checks?.contexts ?? [])
    var seen: Set<String> = []
    let known = names.filter { seen.insert($0).inserted }
    return rules == nil || protection == nil ? .atLeast(known) : .named(known)
  }

  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply: AccountReply? = try await readable { () throws(ForgeError) in
      try await client.answer(Request(.get, ["user"], headers: Self.headers), "account")
    }
    return reply.map(Self.author)
  }

  private static func author(_ account: AccountReply) -> Comment.Author {
    Comment.Author(id: "\(account.id)", login: account.login, isRobot: account.type == "Bot")
  }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    try await client.pages(
      self.request(.get, "issues", "\(request.number)", "comments", query: ["per_page": "100"]),
      "comments of pull request \(request.number)", of: IssueCommentReply.self
    ).map { $0.comment(Self.author) }
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
      state: status.state.rawValue, context: status.name, description: status.description(upTo: 140),
      target_url: status.url)
    // A status that is there twice says the same as once.
    _ = try await client.reply(
      to: self.request(.post, "statuses", "\(commit)", body: client.body(text), isRepeatable: true),
      "commit \(commit.abbreviated)")
  }
}
