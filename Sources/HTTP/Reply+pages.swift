/// What a service, or a gateway before it, says to people.
extension Reply {
  /// Whether it is for a browser.
  package var isWebPage: Bool {
    if headers["content-type"]?.lowercased().contains("html") == true { return true }
    let start = body.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.first
    return start == UInt8(ascii: "<")
  }

  /// Where it leads to, and whether that looks like a page to log in at; `nil` if it leads nowhere else. Shown without
  /// its query, which may carry what is nobody's business.
  package var redirection: (page: String, isLogin: Bool)? {
    guard (300...399).contains(status) else { return nil }
    let target = headers["location"] ?? "nowhere"
    let lowercased = target.lowercased()
    let isLogin = ["login", "signin", "sign_in", "sign-in", "saml", "oauth", "sso", "/auth"]
      .contains { lowercased.contains($0) }
    return (String(target.prefix { $0 != "?" }), isLogin)
  }

  /// One line of at most 500 characters of what an error reply says; empty if it says nothing.
  ///
  /// - Parameter texts: What is in its body where that has one of the service's forms; `nil` if it has none.
  package func message(_ texts: [String]?) -> String {
    let texts = texts ?? (isWebPage ? [] : [String(decoding: body.prefix(200), as: UTF8.self)])
    let line = texts.joined(separator: "; ").split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 500 ? "\(line.prefix(499))…" : line
  }
}
