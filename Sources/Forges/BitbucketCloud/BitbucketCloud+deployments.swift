import HTTP
import ReleaseScope

extension BitbucketCloud {
  private struct Environment: Decodable {
    let uuid: String
    let name: String
  }

  private struct DeploymentReply: Decodable {
    struct State: Decodable {
      struct Status: Decodable {
        let name: String
      }

      let name: String?
      let status: Status?
      let started_on: String?
      let completed_on: String?
    }

    struct Release: Decodable {
      let commit: CloudPullRequestReply.Side.Commit?
      let created_on: String?
    }

    let state: State?
    let release: Release?
  }

  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord {
    let known = try await pages(
      request(.get, "environments", query: ["pagelen": "100"]), "environments", of: Environment.self)
    guard let place = known.first(where: { $0.name == environment }) else {
      return .untold("Bitbucket has no environment '\(environment)'")
    }
    let replies = try await pages(
      request(.get, "deployments", query: ["environment": place.uuid, "pagelen": "100"]), "deployments",
      of: DeploymentReply.self)
    var found: [Deployment] = []
    for reply in replies {
      let times = [reply.state?.completed_on, reply.state?.started_on, reply.release?.created_on]
      guard let commit = (reply.release?.commit?.hash).flatMap({ CommitName($0) }),
        let time = times.lazy.compactMap({ $0.flatMap { Instant(parsing: $0) } }).first
      else { continue }
      if let start, time < start { continue }
      found.append(
        Deployment(commit: commit, hasSucceeded: reply.state?.status?.name == "SUCCESSFUL", time: time))
    }
    return .told(found, leftOut: 0)
  }
}
