/// What Bitbucket Data Center says of a pull request.
struct ServerPullRequestReply: Decodable {
  struct User: Decodable {
    let name: String?

    /// Names are the same in either case.
    static func author(_ name: String) -> Comment.Author { Comment.Author(id: name.lowercased(), login: name) }
  }

  struct Participant: Decodable {
    let user: User?
    let status: String?
    /// The head when the reviewer had the last say.
    let lastReviewedCommit: String?
  }

  struct Reference: Decodable {
    struct Repository: Decodable {
      struct Project: Decodable {
        let key: String
      }

      let slug: String
      let project: Project
    }

    let id: String
    let latestCommit: String?
    let repository: Repository?

    var side: PullRequest.Side {
      let prefix = "refs/heads/"
      return PullRequest.Side(
        branch: id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id,
        repository: repository.map { "\($0.project.key)/\($0.slug)" }, commit: latestCommit.flatMap { CommitName($0) })
    }
  }

  struct Links: Decodable {
    struct Link: Decodable {
      let href: String
    }

    let `self`: [Link]?
  }

  let id: Int
  let title: String
  let state: String
  let draft: Bool?
  let author: Participant?
  let reviewers: [Participant]?
  let fromRef: Reference
  let toRef: Reference
  let links: Links?

  var pullRequest: PullRequest {
    let state: PullRequest.State =
      switch self.state {
      case "OPEN": .open
      case "MERGED": .merged
      default: .closed
      }
    return PullRequest(
      number: id, url: links?.`self`?.first?.href, title: title, state: state, isDraft: draft == true,
      author: author?.user?.name, head: fromRef.side, base: toRef.side, mergeability: .unknown)
  }
}

/// Something that happened to a pull request. Only comments matter; what else there is may have any shape.
struct ActivityReply: Decodable {
  struct Comment: Decodable {
    let id: Int
    let version: Int?
    let text: String?
    let author: ServerPullRequestReply.User?
    /// In milliseconds.
    let createdDate: Int64?
    let updatedDate: Int64?
  }

  let action: String?
  let commentAction: String?
  private let comment: Comment?

  private enum Key: CodingKey {
    case action
    case commentAction
    case comment
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    action = try? values.decode(String.self, forKey: .action)
    commentAction = try? values.decode(String.self, forKey: .commentAction)
    comment = action == "COMMENTED" ? try values.decode(Comment.self, forKey: .comment) : nil
  }

  /// A comment that begins a thread.
  var added: Comment? { commentAction == "ADDED" || commentAction == nil ? comment : nil }
}
