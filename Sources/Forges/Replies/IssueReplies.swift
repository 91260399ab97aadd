import ReleaseScope

/// What GitHub, and Gitea after it, say of people, comments and pull requests.
struct AccountReply: Decodable {
  let id: Int
  let login: String
  let type: String?
}

struct IssueCommentReply: Decodable {
  let id: Int
  let body: String?
  let user: AccountReply?
  let html_url: String?
  let created_at: String?
  let updated_at: String?

  func comment(_ author: (AccountReply) -> Comment.Author) -> Comment {
    Comment(
      id: "\(id)", body: body ?? "", author: user.map(author),
      time: (updated_at ?? created_at).flatMap { Instant(parsing: $0) }, url: html_url)
  }
}

struct PullReply: Decodable {
  struct Branch: Decodable {
    struct Repository: Decodable {
      let full_name: String
    }

    let ref: String
    let sha: String
    /// Of a fork that was deleted there is none.
    let repo: Repository?

    var side: PullRequest.Side {
      PullRequest.Side(branch: ref, repository: repo?.full_name, commit: CommitName(sha))
    }
  }

  let number: Int
  let title: String
  let html_url: String?
  let state: String
  let draft: Bool?
  let user: AccountReply?
  let head: Branch
  let base: Branch
  let merged: Bool?
  let merged_at: String?
  let mergeable: Bool?
  let mergeable_state: String?

  func pullRequest(isDraft: Bool, _ mergeability: PullRequest.Mergeability) -> PullRequest {
    let isMerged = merged == true || merged_at != nil
    return PullRequest(
      number: number, url: html_url, title: title, state: state == "open" ? .open : isMerged ? .merged : .closed,
      isDraft: isDraft, author: user?.login, head: head.side, base: base.side, mergeability: mergeability)
  }
}

struct PullReviewReply: Decodable {
  let user: AccountReply?
  let state: String
  let submitted_at: String?
  let commit_id: String?
  let official: Bool?
  let stale: Bool?
  let dismissed: Bool?
}

/// The body of a comment on its way.
struct CommentText: Encodable {
  let body: String
}
