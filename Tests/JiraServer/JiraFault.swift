/// Something that goes wrong, as Jiras and what stands before them do it.
package enum JiraFault: Equatable, Sendable {
  /// The token counts for nothing. Cloud then answers searches as if nothing were there.
  case expiredToken
  case captcha
  case missingScope
  /// So many requests are turned away.
  case rateLimit(times: Int, retryAfter: String?)
  /// The rest is about requests whose path ends so.
  case webPage(String)
  case redirect(String, to: String)
  case brokenBody(String)
  /// An answer without end in sight, until the server is stopped.
  case silence(String)
  case failure(String, status: Int)
  /// A search gives the same token again and again.
  case repeatedToken
  /// A search counts so many issues more than there are.
  case wrongTotal(Int)
}
