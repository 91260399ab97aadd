import HTTP
import ReleaseScope

extension GitHub {
  private struct DeploymentReply: Decodable {
    let id: Int
    let sha: String
    let created_at: String
    let creator: AccountReply?
  }

  private struct StateReply: Decodable {
    let state: String
    let created_at: String
    let creator: AccountReply?
    let environment_url: String?
    let target_url: String?
  }

  /// Each has its own list of states, which takes a question: of a long list, the ends are asked for.
  private static var most: Int { 50 }

  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord {
    let request = request(.get, "deployments", query: ["environment": environment, "per_page": "100"])
    let replies: [DeploymentReply] = try await client.pages(request, "deployments") { reply in
      guard let start, let created = Instant(parsing: reply.created_at) else { return false }
      return created < start
    }
    let (asked, leftOut) = replies.ends(Self.most)
    var found: [Deployment] = []
    for reply in asked {
      guard let commit = CommitName(reply.sha), let created = Instant(parsing: reply.created_at) else {
        throw client.error(.broken(path: request.path, "deployment \(reply.id) has no commit or no time"))
      }
      let states: [StateReply] = try await client.pages(
        self.request(.get, "deployments", "\(reply.id)", "statuses", query: ["per_page": "100"]),
        "states of deployment \(reply.id)")
      // A later success makes this one inactive, which undoes nothing.
      let success = states.last { $0.state == "success" }
      found.append(
        Deployment(
          commit: commit, hasSucceeded: success != nil,
          time: success.flatMap { Instant(parsing: $0.created_at) } ?? created,
          by: (success?.creator ?? reply.creator)?.login,
          url: [success?.environment_url, success?.target_url].compactMap(\.self).first { !$0.isEmpty }))
    }
    return .told(found, leftOut: leftOut)
  }
}
