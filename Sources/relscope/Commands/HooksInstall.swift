import ArgumentParser
import Console
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports

struct HooksInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Installs the hooks, or brings them up to date.",
    discussion: """
      Example: relscope hooks install
               relscope hooks install --server --repo /srv/git/shop.git
               relscope hooks install pre-push commit-msg

      A hook that is there already is kept beside the new one, and called first. Exits with 1 when a hook was left to a
      hook manager whose configuration does not hand it to relscope yet, and what to add is printed; or to a hook of
      somebody's own of which nobody can tell whether it calls relscope: --try runs it to see.
      """)

  @OptionGroup var options: HooksOptions

  @Flag(help: "Install pre-receive, which gates a server, in place of the hooks for people.")
  var server = false

  @Option(help: ArgumentHelp("The program that the hooks start (default: this one).", valueName: "path"))
  var program: String?

  @Flag(
    help: """
      Also write where other repositories have the same hooks, over a text of relscope that was changed by hand, and before \
      a hook manager.
      """)
  var force = false

  @Flag(name: .customLong("try"), help: "Run hooks that are not of relscope, with a probe that only relscope answers.")
  var tries = false

  @Argument(help: ArgumentHelp("Hooks, in place of the usual ones; 'update' is never usual.", valueName: "name"))
  var names: [String] = []

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      let hooks = try chosen(isBare: repository.workTree == nil)
      let folder = try options.folder(in: repository, program: try program.map(Self.runnable))
      let results = try folder.install(hooks, force: force).map {
        name, result -> (name: HookName, result: InstallationOutcome) in
        guard tries, result.isOpen else { return (name, result) }
        let state = try HookTrialRun(folder: folder, repository: repository).tried(folder.state(of: name))
        guard case .foreign(let manager, let handover) = state.condition else { return (name, result) }
        return (name, manager.map { .left(to: $0, handover) } ?? .tried(handover))
      }
      try Output.standardOutput.write(text(results, in: folder, hasProgram: program != nil))
      if !server { try Output.standardOutput.write(fetchNotes(in: repository)) }
      return results.contains { $0.result.isOpen } ? .fail : .pass
    }
  }

  private func chosen(isBare: Bool) throws -> [HookName] {
    if !names.isEmpty { return try HooksOptions.names(names) }
    guard !isBare || server else {
      throw Problem(
        .usage, "nobody works in a bare repository", help: "add --server for the hook that gates pushes to it")
    }
    return server ? HookName.server : HookName.client
  }

  /// Lets every fetch bring the notes that a check reads.
  ///
  /// - Returns: What is new of it, in words.
  private func fetchNotes(in repository: Repository) throws -> String {
    let git = RepositoryGit(in: repository)
    var text = ""
    for remote in try repository.remoteNames() {
      let name = "remote.\(remote).fetch"
      let known = git.configurationValues(name)
      let missing = [SharedNotes.approvals, .tickets].map { $0.refspec(from: remote) }.filter { !known.contains($0) }
      guard !missing.isEmpty, missing.allSatisfy({ git.run(["config", "--add", name, $0])?.status == 0 }) else {
        continue
      }
      text += "  git fetch \(ShellWord.quoted(remote)) brings notes now: approvals, and tickets of commits\n"
    }
    return TerminalText.detected.cleaned(text)
  }

  private static func runnable(_ path: String) throws -> String {
    guard let absolute = RunningProgram.absolute(path), File.isExecutable(absolute) else {
      throw Problem(.missing, "'\(path)' is no program that can be run")
    }
    return absolute
  }

  private func text(
    _ results: [(name: HookName, result: InstallationOutcome)], in folder: HookFolder, hasProgram: Bool
  ) -> String {
    let words = TerminalText.detected
    let width = (results.map(\.name.rawValue.count).max() ?? 0) + 2
    var text = ""
    for (name, result) in results {
      text += name.rawValue.padded(to: width) + words.cleaned(Self.outcome(result)) + "\n"
    }
    text += "\nin \(words.cleaned(folder.hooksPath.path)); the base is '\(words.cleaned(folder.base))'\n"
    if folder.hooksPath.owner == .workTree, !folder.hooksPath.isHusky, !hasProgram {
      text += "  this folder may be committed, so the hooks look for relscope in PATH\n"
    }
    if folder.hooksPath.isRelative {
      text += "  core.hooksPath is relative: each linked worktree has hooks only where it has this folder itself\n"
      if folder.hooksPath.owner == .clone { text += "  run: \(words.cleaned(folder.hooksPath.absoluteSetting))\n" }
    }
    if results.contains(where: { $0.result == .mended }) {
      text +=
        "  to keep a checkout from spoiling them again, add to .gitattributes: "
        + "\(words.cleaned(folder.hooksPath.configured ?? "hooks"))/* text eol=lf\n"
    }
    for (name, result) in results {
      guard case .left(let manager, let handover) = result, handover != .known else { continue }
      let advice = manager.advice(for: name)
      text += "\n\(manager.rawValue) writes \(name.rawValue) itself. Add to \(advice.place):\n"
      text += advice.lines.map { "    \($0)\n" }.joined()
    }
    return text
  }

  private static func outcome(_ result: InstallationOutcome) -> String {
    switch result {
    case .installed: "installed"
    case .installedBefore(let kept, isCalled: true): "installed; the hook that was there is now \(kept) and runs first"
    case .installedBefore(let kept, isCalled: false):
      "installed; the hook that was there is now \(kept), and does not run: it is not executable"
    case .updated: "updated"
    case .unchanged: "unchanged"
    case .mended: "updated; its lines had the ends of another system, with which no shell takes it"
    case .leftToItself(let reason):
      "left alone, and nobody can tell whether it calls relscope: \(reason); run: relscope hooks install --try"
    case .tried(.known): "left alone: it calls relscope"
    case .tried(.unknown(let reason)), .tried(.none(let reason?)):
      "left alone: \(reason); to call it first and relscope then, add --force"
    case .tried(.none(nil)): "left alone: it does not call relscope; to call it first and relscope then, add --force"
    case .left(let manager, .known): "left to \(manager.rawValue), which calls relscope"
    case .left(let manager, .none(nil)): "left to \(manager.rawValue), which does not call relscope yet"
    case .left(let manager, .none(let reason?)):
      "left to \(manager.rawValue), which does not call relscope yet: \(reason)"
    case .left(let manager, .unknown(let reason)):
      "left to \(manager.rawValue), and nobody can tell whether that calls relscope: \(reason)"
    }
  }
}
