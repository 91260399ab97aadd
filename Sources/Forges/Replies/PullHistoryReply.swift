import ReleaseScope

/// When a pull request began and how it ended, as GitHub, and Gitea after it, say it.
struct PullHistoryReply: Decodable {
  let created_at: String?
  let merged_at: String?
  let merged_by: AccountReply?
  /// Of an open one, a trial.
  let merge_commit_sha: String?

  var history: RequestHistory {
    RequestHistory(
      createdAt: created_at.flatMap { Instant(parsing: $0) }, mergedAt: merged_at.flatMap { Instant(parsing: $0) },
      mergedBy: merged_by?.login,
      mergeCommit: merged_at == nil ? nil : merge_commit_sha.flatMap { CommitName($0) })
  }
}
