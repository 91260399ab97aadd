import HTTP
import ReleaseScope

extension GitLab: ForgeRecord {
  private struct History: Decodable {
    let created_at: String?
    let merged_at: String?
    let merge_user: MergeRequestReply.User?
    let merged_by: MergeRequestReply.User?
    let merge_commit_sha: String?
    let squash_commit_sha: String?
    let sha: String?
  }

  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    try await pages(
      ["merge_requests"], [("state", "all"), ("source_branch", head), ("target_branch", base)], "such project",
      of: MergeRequestReply.self
    ).map(\.pullRequest)
  }

  func history(of request: PullRequest) async throws(ForgeError) -> RequestHistory {
    let reply: History = try await client.answer(
      self.request(.get, "merge_requests", "\(request.number)"), "merge request \(request.number)")
    let merged = reply.merged_at.flatMap { Instant(parsing: $0) }
    // A merge by fast-forward makes no commit.
    let commit = reply.merge_commit_sha ?? reply.squash_commit_sha ?? reply.sha
    return RequestHistory(
      createdAt: reply.created_at.flatMap { Instant(parsing: $0) }, mergedAt: merged,
      mergedBy: (reply.merge_user ?? reply.merged_by)?.username,
      mergeCommit: merged == nil ? nil : commit.flatMap { CommitName($0) })
  }
}
