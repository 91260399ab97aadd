import ArgumentParser

struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks",
    abstract: "Installs the hooks, takes them away, and shows which routes to the base they gate.",
    discussion: "Example: relscope hooks install",
    subcommands: [HooksInstall.self, HooksUninstall.self, HooksStatus.self, HooksShow.self])
}
