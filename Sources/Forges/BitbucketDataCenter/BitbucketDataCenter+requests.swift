import HTTP
import ReleaseScope

extension BitbucketDataCenter: ForgeRecord {
  private struct History: Decodable {
    let createdDate: Int64?
    let closedDate: Int64?
  }

  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    // Without a direction, `at` is the branch that is merged into.
    try await pages(
      ["pull-requests"], [("at", "refs/heads/\(head)"), ("direction", "OUTGOING"), ("state", "ALL")],
      "such repository", of: ServerPullRequestReply.self
    ).map(\.pullRequest)
  }

  func history(of request: PullRequest) async throws(ForgeError) -> RequestHistory {
    let reply: History = try await client.answer(
      self.request(.get, "pull-requests", "\(request.number)"), "pull request \(request.number)")
    var history = RequestHistory(createdAt: reply.createdDate.map(Self.instant))
    guard request.state == .merged else { return history }
    let merge = try await pages(
      ["pull-requests", "\(request.number)", "activities"], [], "activities of pull request \(request.number)",
      of: MergeActivityReply.self
    ).first { $0.action == "MERGED" }
    history.mergedAt = (merge?.createdDate ?? reply.closedDate).map(Self.instant)
    history.mergedBy = merge?.user?.name
    history.mergeCommit = (merge?.commit?.id).flatMap { CommitName($0) }
    return history
  }

  /// From milliseconds.
  private static func instant(_ milliseconds: Int64) -> Instant { Instant(seconds: milliseconds / 1000) }

  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord {
    .untold(
      "Bitbucket Data Center tells deployments only to whoever knows their keys: let 'production:' name a tag or a branch"
    )
  }
}

/// What matters of a merge among the activities; other entries may have any shape.
private struct MergeActivityReply: Decodable {
  struct Commit: Decodable {
    let id: String
  }

  let action: String?
  let createdDate: Int64?
  let user: ServerPullRequestReply.User?
  let commit: Commit?

  private enum Key: CodingKey {
    case action
    case createdDate
    case user
    case commit
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    action = try? values.decode(String.self, forKey: .action)
    let isMerge = action == "MERGED"
    createdDate = isMerge ? try values.decodeIfPresent(Int64.self, forKey: .createdDate) : nil
    user = isMerge ? try values.decodeIfPresent(ServerPullRequestReply.User.self, forKey: .user) : nil
    commit = isMerge ? try values.decodeIfPresent(Commit.self, forKey: .commit) : nil
  }
}
