import HTTP
import ReleaseScope

extension GitLab {
  private struct DeploymentReply: Decodable {
    struct Job: Decodable {
      let finished_at: String?
      let web_url: String?
    }

    let id: Int
    let sha: String
    let created_at: String
    let updated_at: String?
    let user: MergeRequestReply.User?
    let deployable: Job?
  }

  /// Only those that succeeded.
  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord {
    var query = [("environment", environment), ("status", "success"), ("order_by", "finished_at"), ("sort", "desc")]
    if let start { query.append(("finished_after", "\(start)")) }
    let replies = try await pages(["deployments"], query, "deployments", of: DeploymentReply.self)
    let (told, leftOut) = replies.ends(500)
    var found: [Deployment] = []
    for reply in told {
      let time = [reply.deployable?.finished_at, reply.updated_at, reply.created_at].compactMap(\.self)
        .lazy.compactMap { Instant(parsing: $0) }.first
      guard let commit = CommitName(reply.sha), let time else {
        throw client.error(.broken(path: "deployments", "deployment \(reply.id) has no commit or no time"))
      }
      found.append(
        Deployment(
          commit: commit, hasSucceeded: true, time: time, by: reply.user?.username, url: reply.deployable?.web_url))
    }
    return .told(found, leftOut: leftOut)
  }
}
