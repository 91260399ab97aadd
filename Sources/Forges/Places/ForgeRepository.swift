package import HTTP
package import ReleaseScope

/// A repository on a forge, and where the forge's interface is.
package struct ForgeRepository: Equatable, Sendable {
  package let kind: ForgeKind
  package let api: ServiceAddress
  /// `acme/web`; the groups of GitLab count, and the owner on Bitbucket Data Center is a project's key or `~user`.
  package let path: String

  package init(kind: ForgeKind, api: ServiceAddress, path: String) {
    self.kind = kind
    self.api = api
    self.path = path
  }

  package var owner: String { String(path.prefix { $0 != "/" }) }
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Finds the forge of a remote.
  ///
  /// A host that nobody vouches for is not asked: it would be given the token.
  ///
  /// - Parameters:
  ///   - remote: By the name that its host has there, which may be an alias.
  ///   - policy: What the base's policy says; it counts where the host is none of those that are known.
  ///   - environment: The variables of a CI service, which knows its own address.
  ///   - hostName: What ssh connects to by a name; `nil` if it does not say. Asked only of a name that nobody knows.
  package init(
    of remote: RemoteLocation, policy: ForgePolicy? = nil, environment: [String: String] = [:],
    hostName: (String) -> String? = { _ in nil }
  ) throws(ForgeError) {
    var remote = remote.known
    var known = try Self.known(remote, environment)
    if known == nil, remote.mayBeAlias, policy.map({ Self.names(remote.host, $0) }) != true,
      let host = hostName(remote.host)
    {
      var real = remote
      real.host = host
      real = real.known
      known = try Self.known(real, environment)
      // A name with a dot is the name of a host that the policy speaks of; ssh may know it by its number.
      if !remote.host.contains(".") { remote = real }
    }
    if let known {
      self = known
    } else if let policy {
      let url = policy.url ?? "https://\(remote.host)\(remote.webPort.map { ":\($0)" } ?? "")"
      let web = try Self.address(url)
      self = try Self(kind: policy.kind, web: web, remote)
    } else if remote.host == "dev.azure.com" || remote.host.hasSuffix(".visualstudio.com") {
      throw ForgeError("Azure DevOps", .notSupported)
    } else {
      throw ForgeError(remote.host, .unknownHost)
    }
  }

  private static func known(
    _ remote: RemoteLocation, _ environment: [String: String]
  ) throws(ForgeError) -> ForgeRepository? {
    if let known = try wellKnown(remote) { return known }
    return try ofService(remote, environment)
  }

  private static func names(_ host: String, _ policy: ForgePolicy) -> Bool {
    policy.url.flatMap { try? ServiceAddress(parsing: $0) }?.hostName == host
  }

  private init(kind: ForgeKind, web: ServiceAddress, _ remote: RemoteLocation) throws(ForgeError) {
    let api = try Self.address(web.scheme + "://" + kind.interface(on: web.host, path: web.path))
    try self.init(kind: kind, api: api, context: web.path, remote)
  }

  private init(
    kind: ForgeKind, api: ServiceAddress, context: String, _ remote: RemoteLocation
  ) throws(ForgeError) {
    var segments = remote.segments
    let context = context.split(separator: "/").map(String.init)
    if remote.isWeb, segments.starts(with: context) { segments.removeFirst(context.count) }
    if kind == .bitbucketDataCenter {
      // Pages are at projects/SHOP/repos/web, clones at scm/shop/web, behind a context path that only https has.
      if remote.isWeb, let mark = segments.lastIndex(of: "scm"), segments.count - mark == 3 {
        segments.removeFirst(mark + 1)
      }
    }
    let isWhole = kind == .gitlab ? segments.count >= 2 : segments.count == 2
    guard isWhole, !segments.contains(where: { $0 == "." || $0 == ".." }) else {
      throw ForgeError(kind.name, .noRepository(remote.path))
    }
    self.init(kind: kind, api: api, path: segments.joined(separator: "/"))
  }

  private static func wellKnown(_ remote: RemoteLocation) throws(ForgeError) -> ForgeRepository? {
    let kind: ForgeKind
    switch remote.host {
    case "github.com": kind = .github
    case "gitlab.com": kind = .gitlab
    case "bitbucket.org": kind = .bitbucketCloud
    case "gitea.com": kind = .gitea
    case "codeberg.org": kind = .forgejo
    case let host where host.hasSuffix(".ghe.com"): kind = .github
    default: return nil
    }
    return try Self(kind: kind, web: try address("https://\(remote.host)"), remote)
  }

  /// What the job's own service says of itself, if the remote is on it.
  private static func ofService(
    _ remote: RemoteLocation, _ environment: [String: String]
  ) throws(ForgeError) -> ForgeRepository? {
    func web(_ name: String) -> ServiceAddress? {
      guard let text = environment[name], let address = try? ServiceAddress(parsing: text) else { return nil }
      return address.hostName == remote.host ? address : nil
    }
    if let server = web("GITHUB_SERVER_URL"), let text = environment["GITHUB_API_URL"] {
      let isForgejo = environment["FORGEJO_ACTIONS"] == "true"
      let kind: ForgeKind = isForgejo ? .forgejo : environment["GITEA_ACTIONS"] == "true" ? .gitea : .github
      return try Self(kind: kind, api: try address(text), context: server.path, remote)
    }
    if let server = web("CI_SERVER_URL"), let text = environment["CI_API_V4_URL"] {
      return try Self(kind: .gitlab, api: try address(text), context: server.path, remote)
    }
    return nil
  }

  private static func address(_ text: String) throws(ForgeError) -> ServiceAddress {
    do {
      return try ServiceAddress(parsing: text)
    } catch {
      throw ForgeError("the forge", .address(error))
    }
  }
}

extension ForgeKind {
  /// Where the interface is, without the scheme.
  fileprivate func interface(on host: String, path: String) -> String {
    switch self {
    case .github where host == "github.com" || host.hasSuffix(".ghe.com"): "api.\(host)"
    case .github: "\(host)\(path)/api/v3"
    case .gitlab: "\(host)\(path)/api/v4"
    case .bitbucketCloud where host == "bitbucket.org": "api.\(host)/2.0"
    case .bitbucketCloud: "\(host)\(path)/2.0"
    case .bitbucketDataCenter: "\(host)\(path)/rest/api/latest"
    case .gitea, .forgejo: "\(host)\(path)/api/v1"
    }
  }
}
