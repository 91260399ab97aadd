/// Something that goes wrong, as forges and what stands before them do it.
package enum ForgeFault: Equatable, Sendable {
  case expiredToken
  /// The token reads only; the answer of a job that was started from a fork.
  case readOnly
  /// The organization has to admit the token.
  case singleSignOn
  /// So many requests are turned away, with what is said about the wait.
  case rateLimit(times: Int, status: Int, headers: [String: String], message: String)
  /// The rest is about requests whose path ends so.
  case webPage(String)
  case redirect(String, to: String)
  case brokenBody(String)
  case failure(String, status: Int)
  /// What is asked is done, and a gateway has lost the answer; so many times.
  case lostAnswer(method: String, times: Int)
  /// Before a request whose path ends so is answered for the second time, somebody pushes.
  case push(String, commit: String)
  /// Before a request whose path ends so is answered, somebody has the pull requests go to another branch.
  case retarget(String, base: String)
}
