import ArgumentParser
import Console
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports
import ScopeCheck

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Judges what a hook of git is about to let pass; git runs it.",
    discussion: """
      Example: relscope hooks install

      Exits with 0 to let pass. RELSCOPE_SKIP="reason" lets pass without a look;
      the reason is written to the skip log, which 'relscope hooks status' shows; a server
      lets nobody skip.
      """)

  @Argument(help: ArgumentHelp("The hook.", valueName: "name"))
  var name: String

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("What git passes to the hook.", valueName: "argument"))
  var arguments: [String] = []

  func run() throws(ExitCode) { try Self.judge(name, arguments) }

  /// - Parameter arguments: What git passes to the hook.
  static func judge(_ name: String, _ arguments: [String]) throws(ExitCode) {
    try reportingProblems {
      guard let hook = HookName(rawValue: name) else {
        throw Problem(
          .usage, "there is no hook '\(name)'",
          help: nearestName(to: name, among: HookName.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
            ?? "relscope has \(HookName.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let repository = try Repository(opening: nil)
      if let answer = try HookProbeAnswer.status(hook, arguments, repository) { return answer }
      if try HookSkip.isAsked(hook, repository) { return .pass }
      defer { repository.savePatches() }
      return try HookRun(hook, arguments, repository).status()
    }
  }
}
