/// A line that the runner of GitHub Actions obeys: `::error file=a.json,line=1::text`.
///
/// The runner ends a command at the line's end and takes the first `::` after the name for the end of its properties;
/// so these are written as escapes, `%` first of all. Foreign text is cleaned before: a second line, or `##[`, which
/// older runners obey anywhere, cannot come from it.
enum WorkflowCommand {
  /// - Parameters:
  ///   - properties: Those without a value are left out.
  ///   - lines: Each is one field of foreign text.
  static func text(_ name: String, _ properties: KeyValuePairs<String, String?>, lines: [String]) -> String {
    let present = properties.compactMap { name, value in value.map { "\(name)=\(property($0))" } }
    let list = present.isEmpty ? "" : " " + present.joined(separator: ",")
    return "::\(name)\(list)::\(lines.map(data).joined(separator: "%0A"))\n"
  }

  private static func data(_ text: String) -> String {
    TerminalText(unicode: true).cleaned(text).replacing("%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

/// A line that the agent of Azure Pipelines obeys: `##vso[task.logissue type=error;code=unplanned-ticket]text`.
enum LoggingCommand {
  /// - Parameter lines: Each is one field of foreign text.
  static func text(_ name: String, _ properties: KeyValuePairs<String, String?>, lines: [String]) -> String {
    let present = properties.compactMap { name, value in value.map { "\(name)=\(property($0))" } }
    return "##vso[\(name) \(present.joined(separator: ";"))]\(lines.map(data).joined(separator: "%0A"))\n"
  }

  private static func data(_ text: String) -> String {
    TerminalText(unicode: true).cleaned(text).replacing("%", with: "%AZP25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(";", with: "%3B").replacing("]", with: "%5D")
  }
}
