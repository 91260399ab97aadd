import ArgumentParser
import Console
import Git
import Hooks
import Platform
import ReleaseScope
import Reports

struct HooksStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows each route to the base and what gates it, and who has skipped a hook.",
    discussion: """
      Example: relscope hooks status

      Exits with 0 whenever it could look.
      """)

  @OptionGroup var options: HooksOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      let folder = try options.folder(in: repository, isTolerant: true)
      let report = HookStatusText(
        folder: folder, isBare: repository.workTree == nil,
        forcesMergeCommits: try repository.configurationIsFalse("merge.ff"),
        skips: try SkipLog(in: repository))
      try Output.standardOutput.write(report.text)
      return .pass
    }
  }
}

/// What people have skipped, with their reasons: `<git directory>/relscope/skips.log`, a line each.
struct SkipLog {
  let path: String
  let lines: [String]

  init(in repository: Repository) throws {
    path = repository.commonDirectory + "relscope/skips.log"
    guard File.exists(path) else {
      lines = []
      return
    }
    lines = String(decoding: try File.contents(of: path), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }
}

/// The text of `hooks status`.
struct HookStatusText {
  private static let shownSkips = 10

  let folder: HookFolder
  let isBare: Bool
  let forcesMergeCommits: Bool
  let skips: SkipLog

  var text: String {
    let words = TerminalText(unicode: Terminal.hasUnicode)
    let states = Dictionary(uniqueKeysWithValues: HookName.allCases.map { ($0, folder.state(of: $0)) })
    var text = "hooks in \(words.cleaned(folder.place.path))\(words.cleaned(remark))\n"
    text += "\nroutes to '\(words.cleaned(folder.base))'\n"
    let routes = MergeRoute.all(isBare: isBare, forcesMergeCommits: forcesMergeCommits)
    let width = (routes.map(\.title.count).max() ?? 0) + 3
    for route in routes {
      text += "  " + "\(route.title):".padded(to: width) + words.cleaned(verdict(on: route, states)) + "\n"
    }
    if !isBare {
      text +=
        "  " + "push --no-verify, server:".padded(to: width)
        + "not seen from here; run on the server: relscope hooks status\n"
    }
    let found = HookName.allCases.compactMap { states[$0] }.filter { $0.condition != .absent || $0.keepsEarlier }
    if !found.isEmpty { text += "\nhooks\n" }
    let names = (found.map(\.name.rawValue.count).max() ?? 0) + 2
    for state in found {
      text += "  " + state.name.rawValue.padded(to: names) + words.cleaned(description(of: state)) + "\n"
    }
    return text + skipText(words)
  }

  private var remark: String {
    switch folder.place.owner {
    case .clone: ""
    case .workTree: folder.place.isHusky ? " (husky's, in the work tree)" : " (in the work tree, by core.hooksPath)"
    case .elsewhere: " (outside of this repository, by core.hooksPath)"
    case .nowhere: " (no folder: git runs no hooks here)"
    }
  }

  private func verdict(on route: MergeRoute, _ states: [HookName: HookState]) -> String {
    let hooks = route.hooks.compactMap { states[$0] }
    guard let gate = hooks.first(where: \.gates), folder.place.owner != .nowhere else {
      if folder.place.owner == .nowhere { return "not gated; git runs no hooks here" }
      if let broken = hooks.first(where: { $0.condition != .absent }), let fault = fault(of: broken) {
        return "not gated; \(broken.name.rawValue) \(fault)"
      }
      return "not gated; \(route.advice)"
    }
    if case .foreign(let manager, _) = gate.condition {
      return "\(gate.name.rawValue), \(manager.map { "by \($0.rawValue)" } ?? "by a hook that calls relscope")"
    }
    return gate.name.rawValue
  }

  /// Why a file that is there gates nothing.
  private func fault(of state: HookState) -> String? {
    if case .foreign(let manager, callsRelscope: false) = state.condition {
      return manager.map { "is left to \($0.rawValue), which does not call relscope" } ?? "is not of relscope"
    }
    if !state.isExecutable { return "is not executable" }
    if let program = state.missingProgram { return "starts '\(program)', which is gone" }
    return state.condition == .changed ? "was changed by hand" : nil
  }

  private func description(of state: HookState) -> String {
    var parts: [String]
    switch state.condition {
    case .absent:
      parts = ["absent, though an earlier hook is kept; run: relscope hooks uninstall \(state.name.rawValue)"]
    case .ours(isCurrent: true): parts = ["installed"]
    case .ours(isCurrent: false): parts = ["out of date; run: relscope hooks install \(state.name.rawValue)"]
    case .changed:
      parts = ["changed by hand; to replace it, run: relscope hooks install --force \(state.name.rawValue)"]
    case .foreign(let manager?, let calls):
      parts = ["\(manager.rawValue)'s, which \(calls ? "calls" : "does not call") relscope"]
    case .foreign(nil, let calls): parts = ["not of relscope\(calls ? ", and calls it" : "")"]
    }
    if state.condition != .absent, !state.isExecutable { parts.append("not executable: git does not run it") }
    if let program = state.missingProgram {
      parts.append("'\(program)' is gone; run: relscope hooks install \(state.name.rawValue)")
    }
    if state.keepsEarlier, state.condition != .absent { parts.append("an earlier hook is kept") }
    return parts.joined(separator: "; ")
  }

  private func skipText(_ words: TerminalText) -> String {
    guard !skips.lines.isEmpty else { return "\nno skips are recorded\n" }
    let count = skips.lines.count
    let shown = skips.lines.suffix(Self.shownSkips)
    let which = count > shown.count ? "; the last \(shown.count):" : ""
    return "\n\(count) \(count == 1 ? "skip is" : "skips are") recorded\(which)\n"
      + shown.map { "  \(words.cleaned($0))\n" }.joined()
  }
}
