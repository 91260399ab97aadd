import ArgumentParser
import Console
import Platform
import ReleaseProcess
import ReleaseScope
import Reports

/// How a hand-off is drawn, and where it goes.
struct HandOffOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
    case html
    case eml
  }

  @Option(
    help: ArgumentHelp(
      "How it is drawn: text, markdown, html or eml (default: by the output's name; on a terminal, text).",
      valueName: "format"))
  var format: Format?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The Message-ID of the mail that this one goes on from.", valueName: "id"))
  var inReplyTo: String?

  /// Writes it, and says on standard error what its readers are not told.
  func write(_ handOff: HandOff, at now: Instant) throws {
    let thread = try inReplyTo.map(Self.messageID)
    let text =
      switch format ?? output.map(Self.format) ?? (StandardStream.output.isTerminal ? .text : .markdown) {
      case .text: handOff.plainText
      case .markdown: handOff.markdown
      case .html: handOff.html
      case .eml: MailDraft(handOff, at: now, inReplyTo: thread).text
      }
    for warning in handOff.warnings {
      try Output.standardError.write("relscope: \(TerminalText.detected.cleaned(warning))\n")
    }
    try (output.map(Output.file) ?? .standardOutput).write(text)
  }

  private static func format(of name: String) -> Format {
    switch name.split(separator: ".").last?.lowercased() {
    case "txt": .text
    case "html", "htm": .html
    case "eml": .eml
    default: .markdown
    }
  }

  /// - Throws: ``Problem`` of kind `usage` for what cannot stand in a header.
  private static func messageID(_ text: String) throws(Problem) -> String {
    let id = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    guard id.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }),
      id.split(separator: "@", omittingEmptySubsequences: false).count == 2
    else {
      throw Problem(
        .usage, "'\(text)' is no Message-ID", help: "copy it from the mail: <relscope.2.4.0.notes.1234@example.com>")
    }
    return id
  }
}

extension ProcessFacts {
  /// Why there is nothing to write.
  var nothingToHandOff: Problem {
    Problem(
      .missing, gaps.first ?? "there is nothing to compare",
      help: "relscope process \(ShellWord.quoted(version.text)) says what is not there")
  }
}
