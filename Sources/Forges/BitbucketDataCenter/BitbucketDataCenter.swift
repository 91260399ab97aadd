import HTTP
import ReleaseScope

/// Bitbucket Data Center, of old Bitbucket Server.
struct BitbucketDataCenter: RepositoryForge {
  let client: ForgeClient

  var authorship: Authorship { .editsOwnAlone }

  var root: [String] { ["projects", client.repository.owner, "repos", client.repository.name] }

  private struct Page<Element: Decodable>: Decodable {
    let values: [Element]
    let isLastPage: Bool?
    let nextPageStart: Int?
  }

  func pages<Element: Decodable>(
    _ parts: [String], _ query: [(String, String)], _ asked: String, of type: Element.Type = Element.self
  ) async throws(ForgeError) -> [Element] {
    var found: [Element] = []
    var start = 0
    for _ in 0..<ForgeClient.pageLimit {
      let request = Request(.get, root + parts, fields: query + [("limit", "100"), ("start", "\(start)")])
      let page: Page<Element> = try await client.answer(request, asked)
      found += page.values
      guard page.isLastPage == false else { return found }
      guard let next = page.nextPageStart, next > start else {
        throw client.error(.broken(path: request.path, "there is another page, and not where"))
      }
      start = next
    }
    throw client.error(.broken(path: parts.joined(separator: "/"), "there is no end of pages"))
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    // Without a direction, `at` is the branch that is merged into.
    try await pages(
      ["pull-requests"], [("at", "refs/heads/\(head)"), ("direction", "OUTGOING"), ("state", "OPEN")],
      "such repository", of: ServerPullRequestReply.self
    ).map(\.pullRequest)
  }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest { try await reply(number).pullRequest }

  private func reply(_ number: Int) async throws(ForgeError) -> ServerPullRequestReply {
    try await client.answer(request(.get, "pull-requests", "\(number)"), "pull request \(number)")
  }

  private struct Merge: Decodable {
    struct Veto: Decodable {
      let summaryMessage: String?
    }

    let canMerge: Bool?
    let conflicted: Bool?
    let vetoes: [Veto]?
  }

  func mergeability(of request: PullRequest) async throws(ForgeError) -> PullRequest.Mergeability {
    let reply: Merge? = try await readable { () throws(ForgeError) in
      try await client.answer(self.request(.get, "pull-requests", "\(request.number)", "merge"), "merge")
    }
    guard let reply else { return .unknown }
    if reply.conflicted == true { return .cannot("conflict") }
    let vetoes = (reply.vetoes ?? []).compactMap(\.summaryMessage)
    if reply.canMerge == false { return .cannot(vetoes.isEmpty ? "vetoed" : vetoes.joined(separator: "; ")) }
    return vetoes.isEmpty ? .can : .cannot(vetoes.joined(separator: "; "))
  }

  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review] {
    (try await reply(request.number).reviewers ?? []).compactMap { reviewer in
      let stand: Review.Stand
      switch reviewer.status {
      case "APPROVED": stand = .approved
      case "NEEDS_WORK": stand = .changesRequested
      default: return nil
      }
      return Review(
        author: reviewer.user?.name, stand: stand, commit: reviewer.lastReviewedCommit.flatMap { CommitName($0) })
    }
  }

  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks { .unknown }

  /// Each reply names the user in a header, as in an address.
  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply = try await client.reply(to: request(.get), "such repository")
    return reply.headers["x-ausername"].flatMap(PercentEncoding.decoded).map(ServerPullRequestReply.User.author)
  }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    try await pages(
      ["pull-requests", "\(request.number)", "activities"], [], "activities of pull request \(request.number)",
      of: ActivityReply.self
    ).compactMap(\.added).sorted { $0.id < $1.id }.map { comment in
      Comment(
        id: "\(comment.id)", body: comment.text ?? "",
        author: (comment.author?.name).map(ServerPullRequestReply.User.author), revision: comment.version,
        time: (comment.updatedDate ?? comment.createdDate).map { Instant(seconds: $0 / 1000) })
    }
  }

  private struct Text: Encodable {
    let text: String
    let version: Int?
  }

  func add(_ body: String, to request: PullRequest) async throws(ForgeError) -> Comment.Author? {
    let reply = try await client.reply(
      to: self.request(
        .post, "pull-requests", "\(request.number)", "comments", body: client.body(Text(text: body, version: nil))),
      "pull request \(request.number)")
    return client.made(reply, as: ActivityReply.Comment.self)?.author?.name.map(ServerPullRequestReply.User.author)
  }

  func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError) {
    let text = Text(text: body, version: comment.revision ?? 0)
    _ = try await client.reply(
      to: self.request(
        .put, "pull-requests", "\(request.number)", "comments", comment.id, body: client.body(text)),
      "comment \(comment.id)")
  }

  private struct Build: Encodable {
    let key: String
    let state: String
    let name: String
    let description: String
    let url: String
    let ref: String
    /// By this, required builds are told.
    let parent: String
  }

  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError) {
    let url = status.url ?? request.url ?? "\(client.repository.api)"
    let build = Build(
      key: String(status.name.prefix(255)), state: status.state == .success ? "SUCCESSFUL" : "FAILED",
      name: status.name, description: status.description(upTo: 255), url: url,
      ref: "refs/heads/\(request.head.branch)", parent: status.name)
    _ = try await client.reply(
      to: self.request(.post, "commits", "\(commit)", "builds", body: client.body(build), isRepeatable: true),
      "commit \(commit.abbreviated)")
  }
}
