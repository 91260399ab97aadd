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
    return try .ofJob
  }
}

extension CIEnvironment {
  /// What the service says of this job; `nil` outside of those that are known.
  ///
  /// - Throws: ``Problem`` where `GITHUB_EVENT_PATH` names what is no regular file. One that is not there, or is no JSON,
  ///   is taken for none.
  static var ofJob: CIEnvironment? {
    get throws(Problem) {
      var event: JSONValue?
      if let path = Environment.variable("GITHUB_EVENT_PATH") { event = try Self.event(at: path) }
      return CIEnvironment(variables: Environment.all, event: event)
    }
  }

  private static func event(at path: String) throws(Problem) -> JSONValue? {
    do throws(FileError) {
      let contents = try File.contents(ofRegular: path)
      return try? JSONValue(json: contents, name: path)
    } catch {
      guard error.isIrregular else { return nil }
      throw Problem(
        .missing, "cannot read '\(path)': \(error.reason)",
        help: "GITHUB_EVENT_PATH has to name the file with the job's event")
    }
  }
}
