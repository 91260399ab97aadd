import Documents
import ReleaseScope

/// What a CI service's variables say that a job is for.
package struct CIEnvironment: Equatable, Sendable {
  package let service: CIService
  package let event: Event

  package enum Event: Equatable, Sendable {
    /// A pull or merge request.
    case pullRequest(number: String?, base: String, branch: String, head: Head)
    /// A queue's trial merge of pull requests into the base.
    case mergeGroup(base: String, head: String)
    /// A push of a branch; `before` is what it was, `nil` for a new one.
    case push(branch: String, head: String, before: String?)
    case tag(name: String, head: String)
    /// A schedule, a manual run: the checked-out commit.
    case other
  }

  /// The commit of a pull request, as a revision.
  package enum Head: Equatable, Sendable {
    /// The one that was proposed.
    case proposed(String)
    /// The one that was built: it may be a trial merge of what was proposed into the base.
    case built(String)
  }

  /// - Parameters:
  ///   - variables: The environment.
  ///   - event: Reads the file that describes the event, of GitHub only.
  /// - Returns: `nil` outside of the services that are known.
  /// - Throws: A ``Problem`` for a file that is no description of an event.
  package init?(_ variables: [String: String], event: (_ path: String) throws -> [UInt8]) throws {
    guard let service = CIService(variables) else { return nil }
    self.service = service
    let variables = CIVariables(variables)
    self.event =
      switch service {
      case .gitHub: try GitHubEvent(variables, event).event
      case .gitLab: variables.gitLabEvent
      case .jenkins: variables.jenkinsEvent
      case .azure: variables.azureEvent
      case .bitbucket: variables.bitbucketEvent
      }
  }
}

/// The variables of a job; an empty one counts as not set.
struct CIVariables {
  private let variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables
  }

  subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// A full or short ref as the short name of a branch; `nil` for a ref of another kind.
  static func branch(_ ref: String?) -> String? {
    guard let ref else { return nil }
    if ref.hasPrefix("refs/heads/") { return String(ref.dropFirst("refs/heads/".count)) }
    return ref.hasPrefix("refs/") ? nil : ref
  }

  static func tag(_ ref: String?) -> String? {
    guard let ref, ref.hasPrefix("refs/tags/") else { return nil }
    return String(ref.dropFirst("refs/tags/".count))
  }

  /// A commit id, unless it is the zeros of one that does not exist.
  static func id(_ text: String?) -> String? {
    guard let text, text.contains(where: { $0 != "0" }) else { return nil }
    return text
  }
}
