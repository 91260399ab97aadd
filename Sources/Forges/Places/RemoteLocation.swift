import ReleaseScope

/// Where a remote of git is: the host, and the path of the repository on it.
///
/// A token goes where this says, so that what can be read in more than one way is read in none.
package struct RemoteLocation: Equatable, Sendable {
  /// Lower case, without a port and without the brackets of an IPv6 address.
  package var host: String
  /// Without a slash at its ends and without `.git`; as it is written besides.
  package let path: String
  /// `nil` for one that is reached by ssh or git's own protocol: its port is none of the web's.
  package let webPort: String?
  package let isWeb: Bool
  private let isSSH: Bool

  /// - Parameter text: What `git remote get-url` prints.
  /// - Returns: `nil` for a path on this machine, and for what has no host or no path.
  package init?(parsing text: String) {
    if let mark = text.firstRange(of: "://") {
      let scheme = text[..<mark.lowerBound].lowercased()
      let rest = text[mark.upperBound...]
      // Some programs end the host at the first of these, and some only at a slash.
      guard Self.schemes.contains(scheme), let slash = rest.firstIndex(where: { "/?#\\".contains($0) }),
        rest[slash] == "/", let (host, port) = Self.authority(rest[..<slash])
      else { return nil }
      isWeb = scheme.hasPrefix("http")
      isSSH = scheme.contains("ssh")
      self.host = host
      webPort = isWeb ? port : nil
      path = Self.path(rest[slash...])
    } else {
      guard let (host, path) = Self.shortForm(text) else { return nil }
      self.host = host
      self.path = path
      webPort = nil
      isWeb = false
      isSSH = true
    }
    // Where a password has a slash, the host is behind it.
    guard !path.isEmpty, !path.contains("@") else { return nil }
  }

  private static let schemes: Set = ["http", "https", "ssh", "git", "git+ssh", "ssh+git"]

  /// `[user@]host:path`. What follows the colon is a path, also where it begins with digits.
  private static func shortForm(_ text: String) -> (host: String, path: String)? {
    let start = text.lastIndex(of: "[").map { $0 == text.startIndex || text[text.index(before: $0)] == "@" } == true
    let end = start ? text.firstIndex(of: "]") ?? text.startIndex : text.startIndex
    guard let colon = text[end...].firstIndex(of: ":") else { return nil }
    let before = text[..<colon]
    // A slash before the colon makes it a path; one letter before it, a drive of Windows.
    guard !before.contains("/"), before.utf8.count > 1 else { return nil }
    guard let host = authority(before)?.host else { return nil }
    return (host, path(text[text.index(after: colon)...]))
  }

  /// Without the user, who may have a password.
  ///
  /// - Returns: `nil` for what is no name or address of a host, or no port.
  private static func authority(_ text: Substring) -> (host: String, port: String?)? {
    let place = text.lastIndex(of: "@").map { text[text.index(after: $0)...] } ?? text
    let host: Substring
    let rest: Substring
    if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
      host = place[..<end].dropFirst()
      rest = place[place.index(after: end)...]
      guard host.utf8.allSatisfy({ "0123456789abcdefABCDEF:.".utf8.contains($0) }) else { return nil }
    } else {
      host = place.prefix { $0 != ":" }
      rest = place[host.endIndex...]
      guard host.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "-._".utf8.contains($0) }) else { return nil }
    }
    let port = rest.dropFirst()
    guard !host.isEmpty, rest.isEmpty || rest.first == ":", port.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return (host.lowercased(), port.isEmpty ? nil : String(port))
  }

  private static func path(_ text: Substring) -> String {
    func trimmed(_ text: Substring) -> Substring {
      var text = text.drop { $0 == "/" }
      while text.hasSuffix("/") { text.removeLast() }
      return text
    }
    let path = trimmed(text)
    return String(path.hasSuffix(".git") ? trimmed(path.dropLast(4)) : path)
  }

  package var segments: [String] { path.split(separator: "/").map(String.init) }
}

extension RemoteLocation {
  /// Names of vendors' hosts that are reached by ssh through a port which firewalls leave open, and of old.
  private static let otherNames = [
    "ssh.github.com": "github.com", "www.github.com": "github.com", "altssh.gitlab.com": "gitlab.com",
    "altssh.bitbucket.org": "bitbucket.org",
  ]

  /// The same by the host's usual name.
  package var known: RemoteLocation {
    var location = self
    location.host = Self.otherNames[host] ?? host
    return location
  }

  /// Whether the host may be a name that only the user's ssh knows. Such a name may have dots, too.
  package var mayBeAlias: Bool {
    isSSH && host.utf8.first.map { $0.isASCIILetter || $0.isASCIIDigit } == true && !isAddress
  }

  private var isAddress: Bool {
    host.contains(":") || host.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }
}
