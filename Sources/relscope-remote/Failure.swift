import ArgumentParser
import Foundation
import ReleaseScope
import Reports

/// What people are told.
enum Failure {
  /// Prints a problem as relscope does.
  ///
  /// - Returns: What the program ends with.
  static func say(_ problem: Problem) -> ExitCode {
    // Nothing is left to say when this cannot be written either.
    try? remark(problem.message, help: problem.help)
    return ExitCode(status(problem.kind))
  }

  static func remark(_ text: String, help: String? = nil) throws {
    let words = TerminalText(unicode: hasUnicode)
    try write(
      "relscope: \(words.cleaned(text))\n" + (help.map { "  \(words.cleaned($0))\n" } ?? ""), to: .standardError)
  }

  static func write(_ text: String, to file: FileHandle) throws {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw Problem(.cannotWrite, "cannot write the manifest")
    }
  }

  private static var hasUnicode: Bool {
    let variables = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8")
  }

  private static func status(_ kind: Problem.Kind) -> Int32 {
    switch kind {
    case .usage: 64
    case .badData: 65
    case .missing: 66
    case .unavailable: 69
    case .internal: 70
    case .cannotWrite: 73
    case .forbidden: 77
    case .badConfiguration: 78
    }
  }
}
