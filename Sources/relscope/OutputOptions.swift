import ArgumentParser
import Glibc
import ReleaseScope
import Reports

struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the report is drawn: \(ReportFormat.names.joined(separator: ", ")). Repeatable, with --output.",
      valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the report goes (default: standard output). Repeatable: the formats in their order, else by the file's name.",
      valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  /// A format, and the file that it goes to; `nil` for standard output.
  typealias Target = (format: ReportFormat, file: String?)

  /// - Throws: ``Problem`` of kind `usage` for a file whose format is not known, or is another one than its name says.
  func targets() throws(Problem) -> [Target] {
    var targets: [Target] = []
    for (position, file) in output.enumerated() {
      let named = ReportFormat(ofFile: file)
      guard let format = position < format.count ? format[position] : named ?? (output.count == 1 ? .terminal : nil)
      else {
        throw Problem(
          .usage, "cannot tell the format of '\(file)'",
          help: "write --format before --output: --format json -o \(file)")
      }
      guard format.suits(file: file) else {
        throw Problem(
          .usage, "'\(file)' would hold the format '\(format.rawValue)', which its name does not say",
          help: "give each file its --format, and the one for standard output last")
      }
      targets.append((format, file))
    }
    let rest = format.dropFirst(output.count)
    guard rest.count <= 1 else {
      throw Problem(
        .usage, "\(rest.count) formats for standard output", help: "give all but one of them a file with --output")
    }
    if let last = rest.first { targets.append((last, nil)) }
    return targets.isEmpty ? [(.terminal, nil)] : targets
  }

  /// Writes the report everywhere, even after one place has failed.
  ///
  /// - Throws: The first failure, after the verdict was said.
  func write(_ report: ScopeReport, to targets: [Target]) throws {
    var failure: (any Error)?
    for target in targets {
      do {
        let terminal = Terminal.detected(colour: color, toFile: target.file != nil)
        try (target.file.map(Output.file) ?? .standardOutput).write(target.format.text(of: report, terminal))
        if target.format == .github { try GitHubFiles.write(report) }
      } catch {
        failure = failure ?? error
      }
    }
    guard let failure else { return }
    try Output.standardError.write(
      "relscope: the verdict is \(report.verdict.rawValue), but not all could be written\n")
    throw failure
  }
}

extension Terminal.ColourChoice: ExpressibleByArgument {}

/// The files by which a step of GitHub Actions hands on more than its output.
enum GitHubFiles {
  static func write(_ report: ScopeReport) throws {
    try append(MarkdownRenderer().text(of: report), toFileOf: "GITHUB_STEP_SUMMARY")
    try append(GitHubOutputs().text(of: report), toFileOf: "GITHUB_OUTPUT")
  }

  private static func append(_ text: String, toFileOf variable: String) throws {
    guard let path = Terminal.variable(variable) else { return }
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard descriptor >= 0, unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Problem(
        .cannotWrite, "cannot write to '\(path)', which \(variable) names: \(unsafe String(cString: strerror(errno)))")
    }
  }
}
