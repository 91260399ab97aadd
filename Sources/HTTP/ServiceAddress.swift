/// Where a service is: `https://jira.example.com/jira`, without a slash at its end.
///
/// Only https, but for 127.0.0.1: the token would travel for everyone to read.
package struct ServiceAddress: Hashable, Sendable, CustomStringConvertible {
  package let scheme: String
  /// With the port, if there is one.
  package let host: String
  /// Empty, or a slash and the rest.
  package let path: String

  /// - Parameter ends: What those who copy the address of a page get besides: the first that ends the path is left out.
  /// - Throws: ``ServiceAddressError``; it holds nothing of what stands before an `@`, which may be a password.
  package init(parsing text: String, without ends: [String] = []) throws(ServiceAddressError) {
    guard let mark = text.firstRange(of: "://") else { throw .malformed }
    let rest = text[mark.upperBound...]
    guard !rest.isEmpty else { throw .malformed }
    let start = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let authority = rest[..<start]
    guard !authority.contains("@") else { throw .credentials }
    guard !rest.contains("?"), !rest.contains("#") else { throw .query }
    guard !authority.isEmpty, rest.utf8.allSatisfy(Self.allowed.contains) else { throw .malformed }
    scheme = try Self.scheme(text[..<mark.lowerBound], authority)
    guard authority.hasPrefix("[") || Self.hasPortOrNone(authority) else { throw .malformed }
    host = authority.lowercased()
    path = Self.path(rest[start...], without: ends)
  }

  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:%/[]".utf8)

  private static func scheme(_ text: Substring, _ authority: Substring) throws(ServiceAddressError) -> String {
    switch text.lowercased() {
    case "https": return "https"
    case "http":
      let name = authority.prefix { $0 != ":" }
      guard name == "127.0.0.1" else { throw .unprotected(host: String(name)) }
      return "http"
    default: throw .malformed
    }
  }

  private static func hasPortOrNone(_ authority: Substring) -> Bool {
    guard let colon = authority.firstIndex(of: ":") else { return true }
    let port = authority[authority.index(after: colon)...]
    return colon > authority.startIndex && port.utf8.allSatisfy { 0x30...0x39 ~= $0 } && UInt16(port) != nil
  }

  private static func path(_ text: Substring, without ends: [String]) -> String {
    var path = text
    while path.hasSuffix("/") { path.removeLast() }
    if let end = ends.first(where: path.hasSuffix) { path.removeLast(end.count) }
    return String(path)
  }

  /// The host without its port.
  package var hostName: String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[..<end].dropFirst()) }
    return String(host.prefix { $0 != ":" })
  }

  package var description: String { "\(scheme)://\(host)\(path)" }

  /// The full address of a request.
  package func url(of request: Request) -> String {
    "\(self)/\(request.path)\(request.query.isEmpty ? "" : "?\(request.query)")"
  }
}

/// Why a text is no address of a service.
package enum ServiceAddressError: Error, Equatable {
  case malformed
  /// A user or a password stands in it.
  case credentials
  case query
  case unprotected(host: String)
}
