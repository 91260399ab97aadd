/// Carries one request to a service and brings the reply back, whatever its status.
///
/// It follows no redirect, and sends the credentials to nobody but the address that it was made for.
package protocol Transport: Sendable {
  /// - Throws: ``TransportError`` when no reply came.
  func reply(to request: Request) async throws(TransportError) -> Reply
}

/// Why there is no reply.
package enum TransportError: Error, Equatable {
  /// Nothing came for so long.
  case timedOut(seconds: Int)
  /// All requests together have taken longer than they may, in seconds. The last one may have been received.
  case overdue(seconds: Int)
  /// The server's certificate is not trusted, or TLS failed in another way.
  case untrusted(String)
  /// No connection could be made: no such host, nobody listens. The request was not sent.
  case unreachable(String)
  /// The connection ended before the reply did. The server may have done what was asked.
  case interrupted(String)
  /// The reply is longer than any that this program asks for.
  case tooLong(megabytes: Int)
}
