import ArgumentParser
import Console
import Documents
import ReleaseScope
import Reports

struct ManifestShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a manifest: the version, its seal and its tickets.",
    discussion: "Example: relscope manifest show releases/2.4.0.json")

  @Argument(help: ArgumentHelp("A manifest or an export of Jira; - for standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The version, for exports of Jira.", valueName: "name"))
  var version: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let manifest = try ManifestCommand.read(file, version: version)
      try Output.standardOutput.write(Self.text(of: manifest))
      return .pass
    }
  }

  private static func text(of file: ManifestFile) -> String {
    let manifest = file.manifest
    let words = TerminalText.detected
    var facts: [(String, String)] = [("version", manifest.version.name.text)]
    if let released = manifest.version.isReleased { facts.append(("released", released ? "yes" : "no")) }
    if manifest.version.isArchived == true { facts.append(("archived", "yes")) }
    if let day = manifest.version.releaseDate { facts.append(("release date", day)) }
    if !manifest.projects.isEmpty { facts.append(("projects", manifest.projects.map(\.text).joined(separator: ", "))) }
    facts.append(("release ticket", manifest.releaseTicket?.description ?? "none"))
    if let fetchedAt = manifest.source?.fetchedAt { facts.append(("fetched", "\(fetchedAt)")) }
    if let query = manifest.source?.query { facts.append(("query", query)) }
    facts.append(("seal", seal(file.seal)))
    facts.append(("tickets", "\(manifest.tickets.count)\(manifest.isComplete ? "" : ", and not all of the version")"))
    var text = facts.map { "\($0.padded(to: 16))\(words.cleaned($1))\n" }.joined()
    if !manifest.tickets.isEmpty { text += "\n" }
    let width = manifest.tickets.map { $0.key.description.count }.max() ?? 0
    for ticket in manifest.tickets {
      let rest = [ticket.status.map { "[\($0)]" }, ticket.summary].compactMap(\.self).joined(separator: " ")
      text += "\(ticket.key.description.padded(to: width + 2))\(words.cleaned(rest))\n"
    }
    return text
  }

  private static func seal(_ seal: Seal) -> String {
    switch seal {
    case .none: "none"
    case .intact: "intact"
    case .broken(let expected, let actual): "BROKEN: the digest is \(actual.prefix(12)), not \(expected.prefix(12))"
    }
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
