/// What Bitbucket Cloud says of a pull request.
struct CloudPullRequestReply: Decodable {
  struct User: Decodable {
    let uuid: String?
    let nickname: String?
    let display_name: String?

    var author: Comment.Author? { uuid.map { Comment.Author(id: $0, login: nickname ?? display_name) } }
  }

  struct Side: Decodable {
    struct Branch: Decodable {
      let name: String
    }

    struct Commit: Decodable {
      /// Its first twelve digits.
      let hash: String
    }

    struct Repository: Decodable {
      let full_name: String
    }

    let branch: Branch
    let commit: Commit?
    /// Of a fork that was deleted there is none.
    let repository: Repository?

    var side: PullRequest.Side {
      PullRequest.Side(
        branch: branch.name, repository: repository?.full_name, commit: (commit?.hash).flatMap { CommitName($0) })
    }
  }

  struct Participant: Decodable {
    let user: User?
    let state: String?
    let participated_on: String?
  }

  struct Links: Decodable {
    struct Link: Decodable {
      let href: String
    }

    let html: Link?
  }

  let id: Int
  let title: String
  let state: String
  let draft: Bool?
  let author: User?
  let source: Side
  let destination: Side
  let participants: [Participant]?
  let links: Links?
  let mergeable: Bool?

  var pullRequest: PullRequest {
    let state: PullRequest.State =
      switch self.state {
      case "OPEN": .open
      case "MERGED": .merged
      default: .closed
      }
    let mergeability: PullRequest.Mergeability =
      switch mergeable {
      case true?: .can
      case false?: .cannot("conflict")
      case nil: .unknown
      }
    return PullRequest(
      number: id, url: links?.html?.href, title: title, state: state, isDraft: draft == true,
      author: author?.nickname ?? author?.display_name, head: source.side, base: destination.side,
      mergeability: mergeability)
  }
}

struct CloudCommentReply: Decodable {
  struct Content: Decodable {
    let raw: String?
  }

  let id: Int
  let content: Content
  let user: CloudPullRequestReply.User?
  let deleted: Bool?
  let created_on: String?
  let updated_on: String?
  let links: CloudPullRequestReply.Links?
}
