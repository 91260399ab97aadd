/// What GitLab says of a merge request.
struct MergeRequestReply: Decodable {
  struct User: Decodable {
    let id: Int
    let username: String

    var commentAuthor: Comment.Author { Comment.Author(id: "\(id)", login: username) }
  }

  struct Pipeline: Decodable {
    let id: Int
    let sha: String
  }

  let iid: Int
  let title: String
  let web_url: String?
  let state: String
  let draft: Bool?
  let work_in_progress: Bool?
  let author: User?
  let source_branch: String
  let target_branch: String
  let source_project_id: Int?
  let target_project_id: Int?
  let sha: String?
  let detailed_merge_status: String?
  let merge_status: String?
  let head_pipeline: Pipeline?

  var pullRequest: PullRequest {
    let state: PullRequest.State =
      switch self.state {
      case "opened", "locked": .open
      case "merged": .merged
      default: .closed
      }
    return PullRequest(
      number: iid, url: web_url, title: title, state: state, isDraft: draft ?? work_in_progress ?? false,
      author: author?.username,
      head: PullRequest.Side(
        branch: source_branch, repository: source_project_id.map(String.init), commit: sha.flatMap { CommitName($0) }),
      base: PullRequest.Side(
        branch: target_branch, repository: target_project_id.map(String.init), commit: nil),
      mergeability: mergeability)
  }

  private var mergeability: PullRequest.Mergeability {
    switch detailed_merge_status ?? merge_status {
    case "mergeable", "can_be_merged": .can
    case "checking", "unchecked", "preparing", "approvals_syncing", "cannot_be_merged_recheck", nil: .unknown
    case let status?: .cannot(status)
    }
  }
}

struct NoteReply: Decodable {
  let id: Int
  let body: String
  let system: Bool?
  let created_at: String?
  let updated_at: String?
  let author: MergeRequestReply.User?
}
