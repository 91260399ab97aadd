/// Reads a log as the runner of GitHub Actions does (`ActionCommand` of actions/runner).
struct WorkflowLog {
  struct Command: Equatable {
    let name: String
    let properties: [String: String]
    let data: String
  }

  /// The lines that the runner obeys.
  private(set) var commands: [Command] = []
  /// What it shows as it is.
  private(set) var rest: [String] = []

  init(_ text: String) {
    // The runner reads lines that end in LF, CR LF or CR.
    let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    for line in lines {
      let trimmed = line.drop(while: \.isWhitespace)
      if line.contains("##[") {
        commands.append(Command(name: "##[", properties: [:], data: String(line)))
      } else if trimmed.hasPrefix("::"), let command = Self.command(trimmed.dropFirst(2)) {
        commands.append(command)
      } else {
        rest.append(String(line))
      }
    }
  }

  private static func command(_ line: Substring) -> Command? {
    guard let end = line.firstRange(of: "::") else { return nil }
    let head = line[..<end.lowerBound]
    let name = head.prefix { $0 != " " }
    var properties: [String: String] = [:]
    for pair in head.dropFirst(name.count + 1).split(separator: ",") {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      let value = String(pair[pair.index(after: equals)...])
      properties[String(pair[..<equals])] = unescaped(
        value, [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
    }
    let data = unescaped(String(line[end.upperBound...]), [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
    return Command(name: String(name), properties: properties, data: data)
  }

  private static func unescaped(_ text: String, _ escapes: [(String, String)]) -> String {
    escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Reads a file of `GITHUB_OUTPUT`: `name=value`, or `name<<DELIMITER` up to that line.
  static func outputs(_ text: String) -> [String: String]? {
    var outputs: [String: String] = [:]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.isEmpty { continue }
      guard let mark = line.firstRange(of: "<<") else { return nil }
      var value: [Substring] = []
      while let next = lines.first, next != line[mark.upperBound...] {
        value.append(next)
        lines = lines.dropFirst()
      }
      guard lines.popFirst() != nil else { return nil }
      outputs[String(line[..<mark.lowerBound])] = value.joined(separator: "\n")
    }
    return outputs
  }
}
