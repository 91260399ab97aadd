import ArgumentParser
import Console
import HTTP
import Jira
import Platform
import ReleaseProcess
import ReleaseScope

/// Which version of which Jira is asked for.
struct JiraOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The release version, as Jira names it.", valueName: "name"))
  var version: String

  @Option(name: .customLong("project"), help: ArgumentHelp("A project of the release. Repeatable.", valueName: "key"))
  var projects: [String] = []

  @Option(help: ArgumentHelp("The query for the release ticket.", valueName: "jql"))
  var releaseTicketQuery: String?

  @Option(help: ArgumentHelp("The address of Jira (default: RELSCOPE_JIRA_URL).", valueName: "url"))
  var url: String?

  @Flag(help: "Read keys of tickets from standard input, and ask for those that the version lacks.")
  var keysFromInput = false

  /// See ``JiraAccess``.
  func ask<Answer>(
    fields: [String] = [],
    _ ask: (
      ManifestQuestion, RetryingTransport<CurlTransport>, JiraAddress, @escaping (FetchProgress) -> Void
    ) async throws(JiraError) -> Answer
  ) async throws -> Answer {
    let question = try question(fields)
    return try await JiraAccess.ask(url: url) { transport, address, progress throws(JiraError) in
      try await ask(question, transport, address, progress)
    }
  }

  /// What there is before anybody was asked.
  func noEvidence() throws -> ProcessEvidence {
    ProcessEvidence(
      version: try parsed { () throws(VersionNameError) in try VersionName(parsing: version) }, fetchedAt: .now)
  }

  private func question(_ fields: [String]) throws -> ManifestQuestion {
    guard !projects.isEmpty else {
      throw Problem(.usage, "nobody says which projects the release is of", help: "name one: --project SHOP")
    }
    var question = ManifestQuestion(
      version: try parsed { () throws(VersionNameError) in try VersionName(parsing: version) },
      projects: try projects.map { text in
        try parsed { () throws(TicketKeyError) in try ProjectKey(parsing: text) }
      },
      triageFields: fields, releaseTicket: releaseTicketQuery.map { JQLTemplate($0) },
      now: .now)
    if keysFromInput { question.keys = try keys() }
    return question
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
