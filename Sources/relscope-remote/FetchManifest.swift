import ArgumentParser
import Console
import Documents
import HTTP
import Jira
import Platform
import ReleaseScope

struct FetchManifest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Writes the sealed manifest of a version to standard output.",
    discussion: "Example: relscope-remote manifest --version 2.4.0 --project SHOP")

  @Option(help: ArgumentHelp("The release version, as Jira names it.", valueName: "name"))
  var version: String

  @Option(name: .customLong("project"), help: ArgumentHelp("A project of the release. Repeatable.", valueName: "key"))
  var projects: [String]

  @Option(name: .customLong("field"), help: ArgumentHelp("A field that tickets need. Repeatable.", valueName: "name"))
  var fields: [String] = []

  @Option(help: ArgumentHelp("The query for the release ticket.", valueName: "jql"))
  var releaseTicketQuery: String?

  @Option(help: ArgumentHelp("The address of Jira (default: RELSCOPE_JIRA_URL).", valueName: "url"))
  var url: String?

  @Flag(help: "Read keys of tickets from standard input, and ask for those that the version lacks.")
  var keysFromInput = false

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
    try Privacy.begin()
    let settings = try Settings(url: url)
    var question = ManifestQuestion(
      version: try parsed { () throws(VersionNameError) in try VersionName(parsing: version) },
      projects: try projects.map { text in
        try parsed { () throws(TicketKeyError) in try ProjectKey(parsing: text) }
      },
      triageFields: fields, releaseTicket: releaseTicketQuery.map { JQLTemplate($0) },
      now: .now)
    if keysFromInput { question.keys = try keys() }

    let access = try Access(settings)
    let transport = RetryingTransport(
      CurlTransport(settings.address.service, credentials: access.credentials, timeout: settings.timeout),
      policy: RetryPolicy(
        chance: { Double.random(in: 0..<1) }, wait: { pause in try? await Task.sleep(for: pause) }))
    let progress = ProgressMeter()
    let fetched: FetchedManifest
    do {
      fetched = try await ManifestFetch.run(question, over: transport, at: settings.address) { progress.show($0) }
    } catch {
      progress.end()
      if case .unauthorized = error { access.reject() }
      throw error
    }
    progress.end()
    access.approve()
    try Output.standardOutput.write(ManifestFile.text(of: ManifestFile.sealed(fetched.manifest)))
    for text in fetched.remarks { try remark(text) }
    for gap in fetched.gaps { try remark("the manifest is not complete: \(gap)") }
    if !fetched.gaps.isEmpty { throw ExitCode(2) }
  }

  private func keys() throws -> [TicketKey] {
    let input = try File.contents(of: "-")
    return try String(decoding: input, as: UTF8.self).split(separator: "\n").map { line in
      try parsed { () throws(TicketKeyError) in try TicketKey(parsing: String(line)) }
    }
  }

  private func parsed<Value, Failure: Error>(_ parse: () throws(Failure) -> Value) throws -> Value {
    do {
      return try parse()
    } catch let error as VersionNameError {
      throw Problem(.usage, error.message)
    } catch let error as TicketKeyError {
      throw Problem(.usage, error.message)
    }
  }
}
