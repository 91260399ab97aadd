import ArgumentParser
import Console
import Documents
import Jira
import ReleaseScope

struct FetchManifest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Writes the sealed manifest of a version to standard output.",
    discussion: "Example: relscope-remote manifest --version 2.4.0 --project SHOP")

  @OptionGroup var options: JiraOptions

  @Option(name: .customLong("field"), help: ArgumentHelp("A field that tickets need. Repeatable.", valueName: "name"))
  var fields: [String] = []

  func run() async throws {
    do {
      try await fetch()
    } catch let error as ExitCode {
      throw error
    } catch {
      throw say(error).code
    }
  }

  private func fetch() async throws {
    let fetched = try await options.ask(fields: fields) {
      question, transport, address, progress throws(JiraError) in
      try await ManifestFetch.run(question, over: transport, at: address, progress: progress)
    }
    try Output.standardOutput.write(ManifestFile.text(of: ManifestFile.sealed(fetched.manifest)))
    for text in fetched.remarks { try remark(text) }
    for gap in fetched.gaps { try remark("the manifest is not complete: \(gap)") }
    if !fetched.gaps.isEmpty { throw ExitCode(2) }
  }
}
