package import ReleaseScope

/// What relscope asks of a forge, and nothing besides: find the pull request, read its head, its reviews and its
/// comments, make or edit one comment, set a status.
///
/// Each forge is one folder: its requests, and what their replies hold.
package protocol Forge: Sendable {
  var client: ForgeClient { get }

  /// How to tell what a token wrote that may not ask who it is.
  var authorship: Authorship { get }

  /// Pull requests that may be of the branch: the service's own filters are not relied on, so that there may be others
  /// too.
  func candidates(from head: String, into base: String) async throws(ForgeError) -> [PullRequest]

  /// One pull request with everything that a list leaves out.
  func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest

  /// Whether the forge would merge it now.
  func mergeability(of request: PullRequest) async throws(ForgeError) -> PullRequest.Mergeability

  /// Everybody's last stand.
  func reviews(of request: PullRequest) async throws(ForgeError) -> [Review]

  /// Of a branch that is merged into. What the token may not read is no error: it is `unknown`, or `atLeast` the rest.
  func requiredChecks(on branch: String) async throws(ForgeError) -> RequiredChecks

  /// Who asks; `nil` where the token may not know: that of a job, or of an app.
  func asker() async throws(ForgeError) -> Comment.Author?

  /// From every page, oldest first.
  func comments(on request: PullRequest) async throws(ForgeError) -> [Comment]

  /// Not to be repeated when nobody knows whether it was done.
  ///
  /// - Returns: Whose the new comment is, if the forge says.
  func add(_ body: String, to request: PullRequest) async throws(ForgeError) -> Comment.Author?

  /// - Throws: ``ForgeError``: with `conflict` if the comment is no longer what it was when it was read, where the forge
  ///   looks; with `tooLong` for a body that it does not take.
  func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError)

  /// - Throws: ``ForgeError`` with `noPlaceForStatus` where a status would change what counts for the pull request.
  func set(_ status: CommitStatus, of commit: ObjectID, on request: PullRequest) async throws(ForgeError)
}

extension Forge {
  /// What came with the pull request, for forges that need not be asked again.
  ///
  /// - Throws: Nothing: no question is asked.
  package func mergeability(of request: PullRequest) async throws(ForgeError) -> PullRequest.Mergeability {
    request.mergeability
  }

  /// The open pull request that would bring a branch of the repository itself into another one of it.
  ///
  /// - Throws: ``ForgeError`` with `noPullRequest` if there is none.
  package func openPullRequest(from head: String, into base: String) async throws(ForgeError) -> PullRequest {
    let candidates = try await candidates(from: head, into: base)
    guard let found = candidates.first(where: { $0.brings(head, into: base) }) else {
      let others = candidates.filter { $0.state == .open && $0.head.branch == head }.prefix(5).map { request in
        ForgeError.OtherRequest(
          number: request.number, isFromFork: request.isFromFork, base: request.base.branch)
      }
      throw client.error(.noPullRequest(head: head, base: base, others: others))
    }
    return found
  }

  /// Nothing where the token may not read it.
  func readable<Value>(_ read: () async throws(ForgeError) -> Value) async throws(ForgeError) -> Value? {
    do {
      return try await read()
    } catch {
      switch error.fault {
      case .forbidden, .readOnly, .notFound, .unauthorized: return nil
      default: throw error
      }
    }
  }
}
