import HTTP
import ReleaseScope

/// Bitbucket Cloud, version 2.0 of its interface.
struct BitbucketCloud: RepositoryForge {
  let client: ForgeClient

  var authorship: Authorship { .editsOwnAlone }

  var root: [String] { ["repositories", client.repository.owner, client.repository.name] }

  private struct Page<Element: Decodable>: Decodable {
    let values: [Element]
    let next: String?
  }

  func pages<Element: Decodable>(
    _ request: Request, _ asked: String, of type: Element.Type = Element.self
  ) async throws(ForgeError) -> [Element] {
    var found: [Element] = []
    var next = request
    for _ in 0..<ForgeClient.pageLimit {
      let page: Page<Element> = try await client.answer(next, asked)
      found += page.values
      guard let link = page.next else { return found }
      guard let following = next.following(link, at: client.repository.api), following != next else {
        throw client.error(.broken(path: request.path, "the next page is at another place"))
      }
      next = following
    }
    throw client.error(.broken(path: request.path, "there is no end of pages"))
  }

  static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    let query = "source.branch.name=\(Self.quoted(head)) AND state=\"OPEN\""
    return try await pages(
      request(.get, "pullrequests", query: ["q": query, "pagelen": "50"]), "such repository",
      of: CloudPullRequestReply.self
    ).map(\.pullRequest)
  }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest { try await reply(number).pullRequest }

  private func reply(_ number: Int) async throws(ForgeError) -> CloudPullRequestReply {
    try await client.answer(request(.get, "pullrequests", "\(number)"), "pull request \(number)")
  }

  /// Bitbucket ties them to no commit.
  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review] {
    (try await reply(request.number).participants ?? []).compactMap { participant in
      let stand: Review.Stand
      switch participant.state {
      case "approved": stand = .approved
      case "changes_requested": stand = .changesRequested
      default: return nil
      }
      let user = participant.user
      return Review(author: user?.nickname ?? user?.display_name, stand: stand, time: participant.participated_on)
    }
  }

  /// Only administrators may read them.
  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks { .unknown }

  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply: CloudPullRequestReply.User? = try await readable { () throws(ForgeError) in
      try await client.answer(Request(.get, ["user"]), "account")
    }
    return reply?.author
  }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    try await pages(
      self.request(.get, "pullrequests", "\(request.number)", "comments", query: ["pagelen": "100"]),
      "comments of pull request \(request.number)", of: CloudCommentReply.self
    ).filter { $0.deleted != true }.sorted { $0.id < $1.id }.map { comment in
      Comment(
        id: "\(comment.id)", body: comment.content.raw ?? "",
        author: comment.user?.author,
        time: (comment.updated_on ?? comment.created_on).flatMap { Instant(parsing: $0) },
        url: comment.links?.html?.href)
    }
  }

  private struct Text: Encodable {
    struct Content: Encodable {
      let raw: String
    }

    let content: Content
  }

  func add(_ body: String, to request: PullRequest) async throws(ForgeError) -> Comment.Author? {
    let reply = try await client.reply(
      to: self.request(
        .post, "pullrequests", "\(request.number)", "comments", body: client.body(Text(content: .init(raw: body)))),
      "pull request \(request.number)")
    return client.made(reply, as: CloudCommentReply.self)?.user?.author
  }

  func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError) {
    _ = try await client.reply(
      to: self.request(
        .put, "pullrequests", "\(request.number)", "comments", comment.id,
        body: client.body(Text(content: .init(raw: body)))),
      "comment \(comment.id)")
  }

  private struct Status: Encodable {
    let key: String
    let state: String
    let name: String
    let description: String
    let url: String
    /// Without it the status does not show on the pull request.
    let refname: String
  }

  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError) {
    let text = Status(
      key: String(status.name.prefix(40)), state: status.state == .success ? "SUCCESSFUL" : "FAILED",
      name: status.name, description: status.description(upTo: 255),
      url: status.url ?? request.url ?? "https://bitbucket.org/\(client.repository.path)",
      refname: request.head.branch)
    _ = try await client.reply(
      to: self.request(
        .post, "commit", "\(commit)", "statuses", "build", body: client.body(text), isRepeatable: true),
      "commit \(commit.abbreviated)")
  }
}
