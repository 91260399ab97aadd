/// Reads a log as the agent of Azure Pipelines does (`Command` of azure-pipelines-agent): `##vso[` anywhere in a line.
struct AgentLog {
  struct Command: Equatable {
    let name: String
    let properties: [String: String]
    let data: String
  }

  private(set) var commands: [Command] = []
  /// Lines that the agent formats: `##[error]`, `##[section]`.
  private(set) var formatted: [String] = []

  init(_ text: String) {
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }) {
      let lowercased = line.lowercased()
      if let start = lowercased.firstRange(of: "##vso[") {
        let offset = lowercased.distance(from: lowercased.startIndex, to: start.upperBound)
        commands.append(Self.command(line.dropFirst(offset)))
      } else if lowercased.contains("##[") {
        formatted.append(String(line))
      }
    }
  }

  private static func command(_ line: Substring) -> Command {
    let head = line.prefix { $0 != "]" }
    let name = head.prefix { $0 != " " }
    var properties: [String: String] = [:]
    for pair in head.dropFirst(name.count + 1).split(separator: ";") {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      properties[String(pair[..<equals])] = unescaped(
        String(pair[pair.index(after: equals)...]), [("%3B", ";"), ("%5D", "]")])
    }
    return Command(
      name: String(name), properties: properties, data: unescaped(String(line.dropFirst(head.count + 1)), []))
  }

  private static func unescaped(_ text: String, _ more: [(String, String)]) -> String {
    (more + [("%0D", "\r"), ("%0A", "\n"), ("%AZP25", "%")]).reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
