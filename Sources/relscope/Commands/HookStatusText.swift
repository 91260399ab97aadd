import Console
import HookInstallation
import ReleaseScope
import Reports

/// The text of `hooks status`.
struct HookStatusText {
  private static let shownSkips = 10

  let folder: HookFolder
  let states: [HookName: HookState]
  let isBare: Bool
  let forcesMergeCommits: Bool
  let skips: [String]

  var text: String {
    let words = TerminalText.detected
    var text = "hooks in \(words.cleaned(folder.hooksPath.path))\(words.cleaned(remark))\n"
    text += "\nroutes to '\(words.cleaned(folder.base))'\n"
    let routes = MergeRoute.all(isBare: isBare, forcesMergeCommits: forcesMergeCommits)
    let width = (routes.map(\.title.count).max() ?? 0) + 3
    for route in routes {
      text += "  " + "\(route.title):".padded(to: width) + words.cleaned(verdict(on: route)) + "\n"
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
    let relative = folder.hooksPath.isRelative ? ", which is relative: each linked worktree has its own" : ""
    return switch folder.hooksPath.owner {
    case .clone: relative.isEmpty ? "" : " (by core.hooksPath\(relative))"
    case .workTree:
      folder.hooksPath.isHusky ? " (husky's, in the work tree)" : " (in the work tree, by core.hooksPath\(relative))"
    case .elsewhere: " (outside of this repository, by core.hooksPath\(relative))"
    case .nowhere: " (no folder: git runs no hooks here)"
    }
  }

  private func verdict(on route: MergeRoute) -> String {
    guard folder.hooksPath.owner != .nowhere else { return "not gated; git runs no hooks here" }
    switch route.gate(states) {
    case .shut(let state):
      guard case .foreign(let manager, _) = state.condition else { return state.name.rawValue }
      return "\(state.name.rawValue), \(manager.map { "by \($0.rawValue)" } ?? "by a hook that calls relscope")"
    case .unknown(let state, let reason):
      return "cannot tell; \(state.name.rawValue) is \(owner(of: state)): \(reason); run: relscope hooks status --try"
    case .broken(let state): return fault(of: state).map { "not gated; \(state.name.rawValue) \($0)" } ?? "not gated"
    case .open: return "not gated; \(route.advice)"
    }
  }

  private func owner(of state: HookState) -> String {
    if case .foreign(let manager?, _) = state.condition { return "\(manager.rawValue)'s" }
    return "not of relscope"
  }

  /// Why a file that is there gates nothing.
  private func fault(of state: HookState) -> String? {
    if case .foreign(let manager, .none(let reason)) = state.condition {
      let because = reason.map { ": \($0)" } ?? ""
      return (manager.map { "is left to \($0.rawValue), which does not call relscope" } ?? "is not of relscope")
        + because
    }
    if !state.isExecutable { return "is not executable" }
    switch state.fault {
    case .missingProgram(let program): return "starts '\(program)', which is gone"
    case .carriageReturns: return "has the line ends of another system"
    case .otherBase(let base): return "looks at the moves of '\(base)'"
    case nil: return state.condition == .changed ? "was changed by hand" : nil
    }
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
    case .foreign(let manager, let handover):
      let object = manager == nil ? "it" : "relscope"
      switch handover {
      case .known: parts = ["\(owner(of: state)), and calls \(object)"]
      case .unknown(let reason): parts = ["\(owner(of: state)), and may call \(object): \(reason)"]
      case .none(let reason):
        parts = ["\(owner(of: state)), and does not call \(object)\(reason.map { ": \($0)" } ?? "")"]
      }
    }
    if state.condition != .absent, !state.isExecutable { parts.append("not executable: git does not run it") }
    if case .missingProgram(let program) = state.fault {
      parts.append("'\(program)' is gone; run: relscope hooks install \(state.name.rawValue)")
    }
    if state.keepsEarlier, state.condition != .absent { parts.append("an earlier hook is kept") }
    return parts.joined(separator: "; ")
  }

  private func skipText(_ words: TerminalText) -> String {
    guard !skips.isEmpty else { return "\nno skips are recorded\n" }
    let count = skips.count
    let shown = skips.suffix(Self.shownSkips)
    let which = count > shown.count ? "; the last \(shown.count):" : ""
    return "\n\(count) \(count == 1 ? "skip is" : "skips are") recorded\(which)\n"
      + shown.map { "  \(words.cleaned($0))\n" }.joined()
  }
}
