import Console
import Platform
import ReleaseScope
import Reports

/// The files that a step of GitHub Actions adds to: the summary of the job, and the outputs of the step.
struct GitHubFiles {
  let summary: String?
  let outputs: String?

  /// A longer summary is dropped by the service, all of it.
  private static let summaryLimit = 1_048_576

  static var ofEnvironment: Self {
    Self(summary: Environment.variable("GITHUB_STEP_SUMMARY"), outputs: Environment.variable("GITHUB_OUTPUT"))
  }

  /// - Throws: ``Problem`` of kind `cannotWrite`.
  func write(_ report: ScopeReport) throws {
    if let summary {
      // The renderer counts UTF-16; a unit is at most three bytes of UTF-8.
      let room = (Self.summaryLimit - File.size(of: summary) - 2) / 3
      guard room >= 2_000 else {
        throw Problem(.cannotWrite, "cannot add to '\(summary)': the summary of this step is full")
      }
      try Output.appending(summary).write(MarkdownRenderer(limit: room).text(of: report))
    }
    if let outputs { try Output.appending(outputs).write(GitHubOutputs(report).text) }
  }
}
