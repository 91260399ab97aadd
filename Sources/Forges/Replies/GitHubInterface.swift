import HTTP
import ReleaseScope

/// What is asked of GitHub, and of Gitea after it, in the same words.
protocol GitHubInterface: RepositoryForge, ForgeRecord {
  /// How long the description of a status may be, in UTF-16 units.
  static var descriptionLimit: Int { get }

  static func author(_ account: AccountReply) -> Comment.Author

  static func value(_ reply: PullReply) -> PullRequest
}

extension GitHubInterface {
  var root: [String] { ["repos", client.repository.owner, client.repository.name] }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest {
    Self.value(try await client.answer(request(.get, "pulls", "\(number)"), "pull request \(number)"))
  }

  func history(of request: PullRequest) async throws(ForgeError) -> RequestHistory {
    let reply: PullHistoryReply = try await client.answer(
      self.request(.get, "pulls", "\(request.number)"), "pull request \(request.number)")
    return reply.history
  }

  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply: AccountReply? = try await readable { () throws(ForgeError) in
      try await client.answer(Request(.get, ["user"], headers: headers), "account")
    }
    return reply.map(Self.author)
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

  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError) {
    let text = StatusText(
      state: status.state.rawValue, context: status.name,
      description: status.description(upTo: Self.descriptionLimit), target_url: status.url)
    // A status that is there twice says the same as once.
    _ = try await client.reply(
      to: self.request(.post, "statuses", "\(commit)", body: client.body(text), isRepeatable: true),
      "commit \(commit.abbreviated)")
  }
}

/// A status of a commit on its way.
private struct StatusText: Encodable {
  let state: String
  let context: String
  let description: String
  let target_url: String?
}
