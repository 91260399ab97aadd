package import ReleaseScope

/// Where a Jira is: `https://jira.example.com/jira`, without a slash at its end.
///
/// Only https, but for 127.0.0.1: the token would travel for everyone to read.
package struct JiraAddress: Hashable, Sendable, CustomStringConvertible {
  package let scheme: String
  /// With the port, if there is one.
  package let host: String
  /// Empty, or a slash and the rest.
  package let path: String

  /// - Throws: ``JiraAddressError``; none of its texts holds what stands before an `@`, which may be a password.
  package init(parsing text: String) throws(JiraAddressError) {
    guard let (scheme, rest) = text.splitOnce("://"), !rest.isEmpty else { throw .malformed }
    let (authority, path) = Self.parts(of: rest)
    guard !authority.contains("@") else { throw .credentials }
    guard !rest.contains("?"), !rest.contains("#") else { throw .query }
    let allowed = Set("-._~:%/[]".utf8)
    guard rest.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || allowed.contains($0) }), !authority.isEmpty
    else { throw .malformed }
    let name = authority.splitOnce(":")?.before ?? authority
    switch scheme.lowercased() {
    case "https": self.scheme = "https"
    case "http":
      guard name == "127.0.0.1" else { throw .unprotected(host: name) }
      self.scheme = "http"
    default: throw .malformed
    }
    guard authority.hasPrefix("[") || Self.hasPortOrNone(authority) else { throw .malformed }
    host = authority.lowercased()
    self.path = path
  }

  private static func parts(of rest: String) -> (authority: String, path: String) {
    guard let slash = rest.firstIndex(where: { "/?#".contains($0) }) else { return (rest, "") }
    var path = String(rest[slash...])
    while path.hasSuffix("/") { path.removeLast() }
    // Those who copy the address of a page get what follows the Jira's own.
    for end in ["/rest/api/2", "/rest/api/3", "/rest/api/latest", "/rest"] where path.hasSuffix(end) {
      path.removeLast(end.count)
      break
    }
    return (String(rest[..<slash]), path)
  }

  private static func hasPortOrNone(_ authority: String) -> Bool {
    guard let (name, port) = authority.splitOnce(":") else { return true }
    return !name.isEmpty && port.utf8.allSatisfy(\.isASCIIDigit) && UInt16(port) != nil
  }

  package var description: String { "\(scheme)://\(host)\(path)" }

  /// The full address of a request.
  package func url(of request: Request) -> String {
    "\(self)/\(request.path)\(request.query.isEmpty ? "" : "?\(request.query)")"
  }

  /// Whether this is Atlassian's gateway, through which scoped tokens of a Cloud site go.
  package var isGateway: Bool { host == "api.atlassian.com" && path.hasPrefix("/ex/jira/") }
}

package enum JiraAddressError: ExplainedError, Equatable {
  case malformed
  case credentials
  case query
  case unprotected(host: String)

  package var problem: Problem {
    let message =
      switch self {
      case .malformed: "the address of Jira is no address"
      case .credentials: "the address of Jira holds a user or a password"
      case .query: "the address of Jira has a '?' or a '#'"
      case .unprotected(let host): "the address of Jira is not https, and '\(host)' is not 127.0.0.1"
      }
    return Problem(
      .badConfiguration, message, help: "set RELSCOPE_JIRA_URL to an address like https://jira.example.com")
  }
}
