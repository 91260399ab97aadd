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
    self.init(
      method, path, fields: query.map { ($0, $1) }, headers: headers, body: body, isRepeatable: isRepeatable)
  }

  /// - Parameter fields: Those of the query: names and values, any text.
  package init(
    _ method: Method = .get, _ path: [String], fields: [(String, String)], headers: [String: String] = [:],
    body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) {
    self.method = method
    self.path = path.map(PercentEncoding.encoded).joined(separator: "/")
    self.query = fields.map { "\(PercentEncoding.encoded($0))=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
    let usual = ["Accept": "application/json"].merging(body == nil ? [:] : ["Content-Type": "application/json"]) { $1 }
    self.headers = usual.merging(headers) { $1 }
    self.body = body
    self.isRepeatable = isRepeatable ?? method.isIdempotent
  }

  /// The same question at another place of the same service: where a page or a redirection points.
  ///
  /// - Parameter link: A whole address, or one that begins at the root of the host.
  /// - Returns: `nil` if it is not below `service`: the credentials would go to somebody else.
  package func following(_ link: String, at service: ServiceAddress) -> Request? {
    let origin = "\(service.scheme)://\(service.host)"
    let rest: Substring
    if link.hasPrefix("/"), !link.hasPrefix("//") {
      rest = link[...]
    } else if link.lowercased().hasPrefix("\(origin)/") {
      rest = link.dropFirst(origin.count)
    } else {
      return nil
    }
    guard rest.hasPrefix("\(service.path)/"), rest.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
    let target = rest.dropFirst(service.path.count + 1).prefix { $0 != "#" }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard !parts[0].split(separator: "/").contains("..") else { return nil }
    return Request(self, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "")
  }

  private init(_ other: Request, path: String, query: String) {
    method = other.method
    self.path = path
    self.query = query
    headers = other.headers
    body = other.body
    isRepeatable = other.isRepeatable
  }
}
