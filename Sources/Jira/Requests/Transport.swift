/// Carries one request to Jira and brings the reply back, whatever its status.
///
/// It follows no redirect, and sends the credentials to nobody but the address that it was made for.
package protocol Transport: Sendable {
  /// - Throws: ``TransportError`` when no reply came.
  func reply(to request: Request) async throws(TransportError) -> Reply
}

/// A question, without the credentials. All of them only read, so that each may be asked again.
package struct Request: Equatable, Sendable {
  /// Below the address of the Jira, percent-encoded, without a slash at its start: `rest/api/2/myself`.
  package let path: String
  /// Percent-encoded, without the question mark; empty for none.
  package let query: String
  /// JSON to send with POST; `nil` for GET.
  package let body: [UInt8]?

  /// - Parameters:
  ///   - path: The parts of the path, any text.
  ///   - query: Names and values, any text.
  package init(_ path: [String], query: KeyValuePairs<String, String> = [:], body: [UInt8]? = nil) {
    self.path = path.map(PercentEncoding.encoded).joined(separator: "/")
    self.query = query.map { "\(PercentEncoding.encoded($0))=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
    self.body = body
  }
}

package struct Reply: Equatable, Sendable {
  package let status: Int
  /// By lower-case name.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }) { first, _ in first }
    self.body = body
  }
}

/// Why there is no reply.
package enum TransportError: Error, Equatable {
  /// Nothing came for so long.
  case timedOut(seconds: Int)
  /// The server's certificate is not trusted, or TLS failed in another way.
  case untrusted(String)
  /// No connection could be made: no such host, nobody listens.
  case unreachable(String)
  /// The connection ended before the reply did.
  case interrupted(String)
  /// The reply is longer than any that this program asks for.
  case tooLong(megabytes: Int)
}
