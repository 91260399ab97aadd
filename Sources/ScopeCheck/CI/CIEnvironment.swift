package import JSON
package import ReleaseScope

/// What a CI service says that is being built: read from its variables alone, nothing of the repository.
package struct CIEnvironment: Equatable, Sendable {
  package enum Occasion: Equatable, Sendable {
    /// With its number.
    case pullRequest(String)
    /// Commits that would be the new tip of the base.
    case mergeQueue
    /// With the commit that the branch was at before; `nil` if the service does not tell, or it is new.
    case branch(before: ObjectID?)
    case tag
    /// An event that is about no commit of its own, such as a comment or a time of day; with its name. The service
    /// names the default branch then, whatever the job has checked out.
    case unrelated(event: String)
    /// The service does not tell: HEAD is judged.
    case unknown
  }

  /// A branch, a tag or a commit as the service names it.
  package struct Revision: Equatable, Sendable {
    /// The short name: `release/2.4.0`.
    package var name: String
    /// The commit; `nil` for the tip of the first of ``branches`` that the clone has.
    package var id: ObjectID?
    /// Branches of the remote, by their short names.
    package var branches: [String]
    /// Whether it is what is checked out, whatever the service says: one that knows of several checkouts names the
    /// commit of any of them.
    package var isHead = false

    package init(_ name: String, id: ObjectID? = nil, branches: [String]? = nil) {
      self.name = name
      self.id = id
      self.branches = branches ?? [name]
    }
  }

  package var service: CIService
  package var occasion: Occasion
  /// What the release would be merged into; `nil` where only the policy can tell.
  package var base: Revision?
  /// What is judged: never a merge that the service made for the occasion. `nil` for HEAD.
  package var release: Revision?

  package init(_ service: CIService, _ occasion: Occasion, base: Revision? = nil, release: Revision? = nil) {
    self.service = service
    self.occasion = occasion
    self.base = base
    self.release = release
  }

  /// Reads the variables of a service.
  ///
  /// - Parameter event: The document at `GITHUB_EVENT_PATH`; `nil` if there is none, or if it cannot be read.
  /// - Returns: `nil` outside of the services that are known.
  package init?(variables: [String: String], event: JSONValue? = nil) {
    guard let service = CIService(variables: variables) else { return nil }
    let reader = CIReader(service: service, variables: variables)
    self =
      switch service {
      case .github, .gitea, .forgejo: reader.gitHub(event)
      case .gitlab: reader.gitLab()
      case .bitbucket: reader.bitbucket()
      case .azure: reader.azure()
      case .jenkins: reader.jenkins()
      }
  }

  /// The version that a tag names: `v2.4.0` is for 2.4.0.
  package var tagVersion: String? {
    guard occasion == .tag, let name = release?.name else { return nil }
    return name.hasPrefix("v") && name.dropFirst().first?.isNumber == true ? String(name.dropFirst()) : name
  }

  /// What was recognised, for people: `GitHub Actions, pull request 12: release/2.4.0 into main`.
  package var description: String {
    let what =
      switch occasion {
      case .pullRequest(let number): "pull request \(number)"
      case .mergeQueue: "merge queue"
      case .branch: "branch"
      case .tag: "tag"
      case .unrelated(let event): "event '\(event)'"
      case .unknown: "HEAD"
      }
    let release = release.map { ": \($0.name)\($0.id.map { " (\($0.abbreviated))" } ?? "")" } ?? ""
    return "\(service.name), \(what)\(release)\(base.map { " into \($0.name)" } ?? "")"
  }
}
