import HTTP
import ReleaseScope

extension BitbucketCloud: ForgeRecord {
  private struct History: Decodable {
    let created_on: String?
    let closed_by: CloudPullRequestReply.User?
    let merge_commit: CloudPullRequestReply.Side.Commit?
  }

  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    // Only open ones come back where nothing is said of the state.
    let states = ["OPEN", "MERGED", "DECLINED", "SUPERSEDED"].map { "state=\"\($0)\"" }.joined(separator: " OR ")
    let query =
      "source.branch.name=\(Self.quoted(head)) AND destination.branch.name=\(Self.quoted(base)) AND (\(states))"
    return try await pages(
      request(.get, "pullrequests", query: ["q": query, "pagelen": "50"]), "such repository",
      of: CloudPullRequestReply.self
    ).map(\.pullRequest)
  }

  /// It does not say when it was merged.
  func history(of request: PullRequest) async throws(ForgeError) -> RequestHistory {
    let reply: History = try await client.answer(
      self.request(.get, "pullrequests", "\(request.number)"), "pull request \(request.number)")
    return RequestHistory(
      createdAt: reply.created_on.flatMap { Instant(parsing: $0) },
      mergedBy: reply.closed_by?.nickname ?? reply.closed_by?.display_name,
      mergeCommit: (reply.merge_commit?.hash).flatMap { CommitName($0) })
  }
}
