import HTTP
import ReleaseScope

extension Gitea {
  /// Gitea has no filter by the branch: of those that are closed, so many pages are read.
  private static var mostPages: Int { 20 }

  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    let open = try await candidates(from: head, into: base).filter { $0.brings(head, into: base) }
    if !open.isEmpty { return open }
    var closed: [PullRequest] = []
    for page in 1...Self.mostPages {
      let replies: [PullReply] = try await client.answer(
        Request(
          .get, root + ["pulls"],
          fields: [
            ("state", "closed"), ("base_branch", base), ("sort", "recentupdate"), ("limit", "50"), ("page", "\(page)"),
          ]), "such repository")
      closed += replies.map(Self.value).filter { $0.head.branch == head && $0.base.branch == base }
      if replies.isEmpty || closed.contains(where: { $0.state == .merged }) { return closed }
    }
    guard closed.isEmpty else { return closed }
    throw client.error(
      .broken(path: "pulls", "there are more than \(Self.mostPages * 50) closed ones, none of them of '\(head)'"))
  }

  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord {
    .untold("\(client.repository.kind.name) keeps no deployments: let 'production:' name a tag or a branch")
  }
}
