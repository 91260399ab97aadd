/// A question to a service, without the credentials.
package struct Request: Equatable, Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// Whether twice is the same as once (RFC 9110, 9.2.2).
    var isIdempotent: Bool {
      switch self {
      case .get, .put, .delete: true
      case .post, .patch: false
      }
    }
  }

  package let method: Method
  /// Below the address of the service, percent-encoded, without a slash at its start: `rest/api/2/myself`.
  package let path: String
  /// Percent-encoded, without the question mark; empty for none.
  package let query: String
  /// Besides those that the transport sets: authorization, user agent, length.
  package let headers: [String: String]
  package let body: [UInt8]?
  /// Whether it may be sent again when nobody knows whether it was received.
  package let isRepeatable: Bool

  /// - Parameters:
  ///   - path: The parts of the path, any text.
  ///   - query: Names and values, any text.
  ///   - headers: By name; JSON is asked for and sent if they say nothing else.
  ///   - isRepeatable: Whether twice is the same as once; what is usual for the method if it is `nil`.
  package init(
    _ method: Method = .get, _ path: [String], query: KeyValuePairs<String, String> = [:],
    headers: [String: String] = [:], body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) {
    self.method = method
    self.path = path.map(PercentEncoding.encoded).joined(separator: "/")
    self.query = query.map { "\(PercentEncoding.encoded($0))=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
    let usual = ["Accept": "application/json"].merging(body == nil ? [:] : ["Content-Type": "application/json"]) { $1 }
    self.headers = usual.merging(headers) { $1 }
    self.body = body
    self.isRepeatable = isRepeatable ?? method.isIdempotent
  }
}
