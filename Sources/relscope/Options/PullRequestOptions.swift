import JSON
import ArgumentParser
import Documents
import Platform
import ReleaseScope
import ScopeCheck

/// Which pull request is meant.
struct PullRequestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The release branch (default: what CI builds, else HEAD).", valueName: "branch"))
  var release: String?

  @Option(help: ArgumentHelp("The branch that it merges into (default: the policy's, else main).", valueName: "branch"))
  var base: String?

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(help: ArgumentHelp("The remote that has the pull request (default: that of the base).", valueName: "name"))
  var remote: String?

  /// What a CI service says; `nil` outside of one, and when the caller says what to look at.
  func environment() throws -> CIEnvironment? {
    guard repo == nil, base == nil, release == nil else { return nil }
    return CIEnvironment.ofJob
  }
}

extension CIEnvironment {
  /// What the service says of this job; `nil` outside of those that are known.
  static var ofJob: CIEnvironment? {
    let event = Environment.variable("GITHUB_EVENT_PATH").flatMap { path in
      (try? File.contents(of: path)).flatMap { try? JSONValue(json: $0, name: path) }
    }
    return CIEnvironment(variables: Environment.all, event: event)
  }
}
