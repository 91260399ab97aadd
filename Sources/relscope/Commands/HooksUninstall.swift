import ArgumentParser
import Console
import Git
import HookInstallation
import ReleaseScope
import Reports

struct HooksUninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Takes the hooks away, and puts back what was there before.",
    discussion: "Example: relscope hooks uninstall")

  @OptionGroup var options: HooksOptions

  @Flag(help: "Also where other repositories have the same hooks, and texts of relscope that were changed by hand.")
  var force = false

  @Argument(help: ArgumentHelp("Hooks (default: all that are installed).", valueName: "name"))
  var names: [String] = []

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      let folder = HookFolder(
        at: try options.hooksPath(in: repository), workTree: repository.workTree, program: nil, base: "")
      let hooks = names.isEmpty ? HookName.allCases : try HooksOptions.names(names)
      let results = try folder.uninstall(hooks, force: force).filter { !names.isEmpty || $0.result.changesSomething }
      let width = (results.map(\.name.rawValue.count).max() ?? 0) + 2
      let lines = results.map { $0.name.rawValue.padded(to: width) + Self.outcome($0.result) + "\n" }
      if names.isEmpty { try leaveNotes(in: repository) }
      try Output.standardOutput.write(lines.isEmpty ? "no hook of relscope is installed here\n" : lines.joined())
      return .pass
    }
  }

  /// Takes back what the installation told `git fetch`.
  private func leaveNotes(in repository: Repository) throws {
    let git = RepositoryGit(in: repository)
    for remote in try repository.remoteNames() {
      for notes in [SharedNotes.approvals, .tickets] {
        _ = git.run(["config", "--fixed-value", "--unset-all", "remote.\(remote).fetch", notes.refspec(from: remote)])
      }
    }
  }

  private static func outcome(_ result: HookRemoval) -> String {
    switch result {
    case .removed: "removed"
    case .restored: "removed; the hook that was there before is back"
    case .foreign: "not of relscope, and left alone"
    case .absent: "not installed"
    }
  }
}

extension HookRemoval {
  fileprivate var changesSomething: Bool {
    switch self {
    case .removed, .restored: true
    case .foreign, .absent: false
    }
  }
}
