package import ReleaseScope

/// A pull request with what its forge says of it.
package struct PullRequestStanding: Equatable, Sendable {
  package var kind: ForgeKind
  /// The path of the repository on the forge.
  package var repository: String
  package var request: PullRequest
  /// `nil` where the token may not read them.
  package var reviews: [Review]?
  package var requiredChecks: RequiredChecks

  /// How often a forge is asked that is still finding out whether it would merge.
  private static var patience: Int { 3 }

  /// - Parameter wait: Passes the time until a forge is asked again.
  /// - Throws: ``ForgeError`` with `noPullRequest` if none is open.
  package static func read(
    from head: String, into base: String, on forge: any Forge, wait: (Duration) async -> Void
  ) async throws(ForgeError) -> PullRequestStanding {
    let found = try await forge.openPullRequest(from: head, into: base)
    var request = try await forge.pullRequest(found.number)
    request.mergeability = try await forge.mergeability(of: request)
    for _ in 1..<patience where request.mergeability == .unknown && forge.findsOutLater {
      await wait(.seconds(2))
      request = try await forge.pullRequest(found.number)
    }
    let reviews = try await forge.readable { () throws(ForgeError) in try await forge.reviews(of: request) }
    return PullRequestStanding(
      kind: forge.client.repository.kind, repository: forge.client.repository.path, request: request, reviews: reviews,
      requiredChecks: try await forge.requiredChecks(on: request.base.branch))
  }
}

extension Forge {
  /// Whether it tells a little later whether it would merge: it begins to find out when it is asked.
  fileprivate var findsOutLater: Bool {
    switch client.repository.kind {
    case .github, .gitlab: true
    case .bitbucketCloud, .bitbucketDataCenter, .gitea, .forgejo: false
    }
  }
}
