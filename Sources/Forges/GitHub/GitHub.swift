import HTTP
import ReleaseScope

/// GitHub and its Enterprise Server, by the REST interface of 2022-11-28.
struct GitHub: GitHubInterface {
  let client: ForgeClient

  static var descriptionLimit: Int { 140 }

  var authorship: Authorship { .robots(job: "github-actions[bot]") }

  var headers: [String: String] {
    ["Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"]
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

  static func value(_ reply: PullReply) -> PullRequest {
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

  static func author(_ account: AccountReply) -> Comment.Author {
    Comment.Author(id: "\(account.id)", login: account.login, isRobot: account.type == "Bot")
  }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    try await client.pages(
      self.request(.get, "issues", "\(request.number)", "comments", query: ["per_page": "100"]),
      "comments of pull request \(request.number)", of: IssueCommentReply.self
    ).map { $0.comment(Self.author) }
  }
}
