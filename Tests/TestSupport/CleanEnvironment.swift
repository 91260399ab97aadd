import Foundation

/// The environment of every process that a test starts.
///
/// Nothing is inherited but what finding and running a program takes, so that neither the `GIT_*` variables of a hook
/// that runs the tests nor the configuration of the person who does can change a result.
package struct CleanEnvironment: Sendable {
  private static let inheritedNames = ["PATH", "LD_LIBRARY_PATH", "TMPDIR", "LLVM_PROFILE_FILE"]

  package var variables: [String: String]

  /// - Parameters:
  ///   - home: The home folder, and so the place of git's global configuration.
  ///   - parent: The environment to clean.
  package init(home: String, cleaning parent: [String: String] = ProcessInfo.processInfo.environment) {
    variables = parent.filter { Self.inheritedNames.contains($0.key) }
    variables["HOME"] = home
    variables["LC_ALL"] = "C"
    variables["TZ"] = "UTC"
    variables["GIT_CONFIG_NOSYSTEM"] = "1"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    // A busy machine is no fault of a server's.
    variables["RELSCOPE_JIRA_TIMEOUT"] = "600"
    variables["RELSCOPE_FORGE_TIMEOUT"] = "600"
  }

  /// The same with `changes`; a variable whose new value is `nil` is removed.
  package func setting(_ changes: [String: String?]) -> CleanEnvironment {
    var changed = self
    for (name, value) in changes { changed.variables[name] = value }
    return changed
  }
}
