import ArgumentParser
import Documents
import ReleaseProcess
import ReleaseScope
import Reports

enum ProcessFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal
  case markdown
  case html
  case json

  /// The format that a file's name asks for; a page of text for one that says nothing.
  init(nameOf file: String) {
    switch file.split(separator: ".").last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "json": self = .json
    default: self = .terminal
    }
  }

  /// - Parameter report: The comparison of the release with its manifest, which the page shows beside the steps.
  func text(
    of process: ReleaseProcess, _ report: ScopeReport?, on terminal: Terminal, showsAll: Bool
  ) -> String {
    switch self {
    case .terminal: ProcessTerminalRenderer(on: terminal, showsAll: showsAll).text(of: process)
    case .markdown: ProcessMarkdownRenderer().text(of: process)
    case .html: ProcessHTMLRenderer(report: report).text(of: process)
    case .json: ProcessFile().text(of: process)
    }
  }
}
