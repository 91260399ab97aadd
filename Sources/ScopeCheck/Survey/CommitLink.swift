import ReleaseScope

/// Where the forges that everybody knows show a commit.
package enum CommitLink {
  private static let paths = [
    "github.com": "/commit/{id}", "gitlab.com": "/-/commit/{id}", "bitbucket.org": "/commits/{id}",
    "codeberg.org": "/commit/{id}",
  ]

  /// - Parameter remote: The address of a remote: `git@github.com:shop/web.git`.
  /// - Returns: `nil` for another host, or a path on this machine.
  package static func template(ofRemote remote: String) -> String? {
    var rest = remote
    if let (scheme, address) = remote.splitOnce("://") {
      guard ["https", "http", "ssh", "git"].contains(scheme) else { return nil }
      rest = address
    } else if let (host, path) = remote.splitOnce(":") {
      rest = "\(host)/\(path)"
    }
    guard let (authority, path) = rest.splitOnce("/") else { return nil }
    let host = authority.splitOnce("@")?.after ?? authority
    let name = path.hasSuffix(".git") ? String(path.dropLast(4)) : path
    guard let suffix = paths[host.prefix { $0 != ":" }.lowercased()], !name.isEmpty else { return nil }
    let template = "https://\(host.prefix { $0 != ":" }.lowercased())/\(name)\(suffix)"
    return (try? LinkTemplate(parsing: template, placeholder: "id")) == nil ? nil : template
  }
}
