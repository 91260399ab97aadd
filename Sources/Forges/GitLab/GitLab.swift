import HTTP
import ReleaseScope

/// GitLab: gitlab.com and servers of one's own. Its pull requests are merge requests, its comments notes.
struct GitLab: RepositoryForge {
  let client: ForgeClient

  var authorship: Authorship { .anybodys }

  var root: [String] { ["projects", client.repository.path] }

  func pages<Element: Decodable>(
    _ parts: [String], _ query: [(String, String)], _ asked: String, of type: Element.Type = Element.self
  ) async throws(ForgeError) -> [Element] {
    try await client.numberedPages(asked) { page in
      Request(.get, root + parts, fields: query + [("per_page", "100"), ("page", "\(page)")])
    }
  }

  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    try await pages(
      ["merge_requests"], [("state", "opened"), ("source_branch", head)], "such project",
      of: MergeRequestReply.self
    ).map(\.pullRequest)
  }

  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest { try await reply(number).pullRequest }

  private func reply(_ number: Int) async throws(ForgeError) -> MergeRequestReply {
    try await client.answer(request(.get, "merge_requests", "\(number)"), "merge request \(number)")
  }

  private struct Approvals: Decodable {
    struct Approval: Decodable {
      let user: MergeRequestReply.User
      let approved_at: String?
    }

    let approved_by: [Approval]?
  }

  /// GitLab ties them to no commit.
  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review] {
    let reply: Approvals = try await client.answer(
      self.request(.get, "merge_requests", "\(request.number)", "approvals"), "approvals")
    return (reply.approved_by ?? []).map { approval in
      Review(author: approval.user.username, stand: .approved, time: approval.approved_at)
    }
  }

  private struct Project: Decodable {
    let only_allow_merge_if_pipeline_succeeds: Bool?
  }

  /// GitLab requires the whole pipeline, or nothing of it.
  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks {
    let reply: Project? = try await readable { () throws(ForgeError) in
      try await client.answer(request(.get), "such project")
    }
    guard let isRequired = reply?.only_allow_merge_if_pipeline_succeeds else { return .unknown }
    return isRequired ? .pipeline : .named([])
  }

  func asker() async throws(ForgeError) -> Comment.Author? {
    let reply: MergeRequestReply.User? = try await readable { () throws(ForgeError) in
      try await client.answer(Request(.get, ["user"]), "account")
    }
    return reply?.commentAuthor
  }

  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment] {
    try await pages(
      ["merge_requests", "\(request.number)", "notes"], [("sort", "asc"), ("order_by", "created_at")],
      "notes of merge request \(request.number)", of: NoteReply.self
    ).filter { $0.system != true }.map { note in
      Comment(
        id: "\(note.id)", body: note.body, author: note.author?.commentAuthor,
        time: (note.updated_at ?? note.created_at).flatMap { Instant(parsing: $0) },
        url: request.url.map { "\($0)#note_\(note.id)" })
    }
  }

  func add(_ body: String, to request: PullRequest) async throws(ForgeError) -> Comment.Author? {
    let reply = try await client.reply(
      to: self.request(
        .post, "merge_requests", "\(request.number)", "notes", body: client.body(CommentText(body: body))),
      "merge request \(request.number)")
    return client.made(reply, as: NoteReply.self)?.author?.commentAuthor
  }

  func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError) {
    _ = try await client.reply(
      to: self.request(
        .put, "merge_requests", "\(request.number)", "notes", comment.id,
        body: client.body(CommentText(body: body))),
      "note \(comment.id)")
  }

  private struct Status: Encodable {
    let state: String
    let name: String
    let ref: String
    let description: String
    let target_url: String?
    let pipeline_id: Int
  }

  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError) {
    // Beside the pipeline that counts, or without one, a status would make one of its own, which counts from then on.
    guard let pipeline = try await reply(request.number).head_pipeline else {
      throw client.error(.noPlaceForStatus("the merge request has no pipeline"))
    }
    guard CommitName(pipeline.sha)?.names(commit) == true else {
      throw client.error(.noPlaceForStatus("the pipeline of the merge request is of another commit"))
    }
    let text = Status(
      state: status.state == .success ? "success" : "failed", name: status.name, ref: request.head.branch,
      description: status.description(upTo: 255),
      target_url: status.url.flatMap { $0.utf16.count <= 255 ? $0 : nil }, pipeline_id: pipeline.id)
    do {
      _ = try await client.reply(
        to: self.request(.post, "statuses", "\(commit)", body: client.body(text), isRepeatable: true),
        "commit \(commit.abbreviated)")
    } catch {
      // It has this state already.
      guard case .failed(status: 400, let message) = error.fault, message.contains("Cannot transition status") else {
        throw error
      }
    }
  }
}
