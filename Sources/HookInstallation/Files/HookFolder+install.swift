import Platform
package import ReleaseScope

/// What installing did to one hook.
package enum InstallationOutcome: Equatable, Sendable {
  case installed
  /// The hook that was there is now called first, if git would have called it.
  case installedBefore(kept: String, isCalled: Bool)
  case updated
  case unchanged
  /// It had the line ends of another system, with which no shell takes it.
  case mended
  /// The hook that is there is somebody's own, and may call relscope; with what speaks for it.
  case leftToItself(String)
  /// The hook that is there is somebody's own, and was tried.
  case tried(Handover)
  /// The manager writes the file anew when it likes, so its own configuration has to name relscope.
  case left(to: HookManager, Handover)

  /// Whether the hook is not known to be gated after all.
  package var isOpen: Bool {
    switch self {
    case .installed, .installedBefore, .updated, .unchanged, .mended: false
    case .leftToItself: true
    case .left(_, let handover), .tried(let handover): handover != .known
    }
  }
}

extension HookFolder {
  /// Installs hooks, or brings those of an earlier version up to date.
  ///
  /// Nothing is written unless all of them can be; each file is whole at every moment, also when the program is killed.
  ///
  /// - Parameters:
  ///   - names: In this order.
  ///   - force: Whether to write where other repositories may have the same hooks, to replace a text of relscope that
  ///     was changed by hand, and to come before a hook manager.
  /// - Returns: What was done to each.
  /// - Throws: ``Problem`` that says what stands in the way.
  package func install(_ names: [HookName], force: Bool) throws(Problem) -> [(
    name: HookName, result: InstallationOutcome
  )] {
    try refusePlace(names, force: force)
    var steps: [(name: HookName, step: Step)] = []
    for name in names { steps.append((name, try step(for: name, force: force))) }
    if steps.contains(where: { $0.step.writes }) {
      try HookFile.change { () throws(FileError) in try File.makeOpenFolder(hooksPath.path) }
    }
    var results: [(HookName, InstallationOutcome)] = []
    for (name, step) in steps { results.append((name, try take(step, name))) }
    return results
  }

  private enum Step {
    case write
    case replace
    case keep(HookFile, isLinked: Bool)
    case mend
    case nothing
    case leaveCaller(String)
    case leave(HookManager, Handover)

    var writes: Bool {
      switch self {
      case .write, .replace, .mend, .keep: true
      case .nothing, .leaveCaller, .leave: false
      }
    }
  }

  private func take(_ step: Step, _ name: HookName) throws(Problem) -> InstallationOutcome {
    let path = path(of: name)
    let kept = HookFile(at: keptPath(of: name)) != nil
    switch step {
    case .nothing: return .unchanged
    case .leaveCaller(let reason): return .leftToItself(reason)
    case .leave(let manager, let handover): return .left(to: manager, handover)
    case .write:
      try HookFile.write(text(of: name, callsKept: kept), to: path, replacing: false)
      return .installed
    case .replace:
      try HookFile.write(text(of: name, callsKept: kept), to: path, replacing: true)
      return .updated
    case .mend:
      try HookFile.write(text(of: name, callsKept: kept), to: path, replacing: true)
      return .mended
    case .keep(let file, let isLinked):
      if !isLinked { try HookFile.change { () throws(FileError) in try file.entry.keep(as: keptPath(of: name)) } }
      try HookFile.write(text(of: name, callsKept: true), to: path, replacing: true)
      return .installedBefore(kept: name.rawValue + HookText.keptSuffix, isCalled: file.entry.isExecutable)
    }
  }

  private func step(for name: HookName, force: Bool) throws(Problem) -> Step {
    let path = path(of: name)
    let kept = HookFile(at: keptPath(of: name))
    guard let file = HookFile(at: path) else {
      if hooksPath.isHusky, HookManager.husky.knows(name), !force {
        return .leave(.husky, .none("husky has no file for it"))
      }
      return .write
    }
    guard file.entry.kind != .other else {
      throw Problem(.cannotWrite, "'\(path)' is neither a file nor a link", help: "git cannot run it; move it away")
    }
    switch file.origin(as: name) {
    case .installed:
      let isCurrent = file.bytes == Array(text(of: name, callsKept: kept != nil).utf8)
      if isCurrent, file.entry.isExecutable { return .nothing }
      return file.bytes.contains(13) ? .mend : .replace
    case .changed:
      guard force else {
        throw Problem(
          .cannotWrite, "'\(path)' is a text of relscope, but not as 'hooks install' wrote it",
          help: "move your lines to a file of your own; --force replaces it")
      }
      return .replace
    case .foreign: break
    }
    let handover = handover(of: file, name)
    if let manager = manager(of: file), manager.knows(name), !force { return .leave(manager, handover) }
    if !force, file.entry.isExecutable {
      switch handover {
      case .known: return .nothing
      case .unknown(let reason): return .leaveCaller(reason)
      case .none: break
      }
    }
    // Another tool may have put its hook back: the same bytes lose nothing.
    guard kept == nil || kept?.entry.identity == file.entry.identity || kept?.isSame(as: file) == true else {
      throw Problem(
        .cannotWrite, "'\(path)' is not of relscope, and an earlier hook is kept in '\(keptPath(of: name))' already",
        help: "make one of the two, or move one away")
    }
    if !force, HookFile(at: path + ".d") != nil {
      // Gitea, Forgejo and others: the file runs all of the folder, and is written anew by the server.
      throw Problem(
        .cannotWrite, "'\(path)' runs the files of '\(path).d', where this one belongs",
        help:
          "run: relscope hooks show \(name.rawValue) >\(ShellWord.inQuotes(path + ".d/relscope")), and make it executable"
      )
    }
    if !force, let sign = Self.looksAtItsName(file) {
      throw Problem(
        .cannotWrite, "'\(path)' looks at its own name (\(sign)), which it would lose",
        help: "call relscope from it: relscope hook \(name.rawValue) \"$@\" (--force keeps it as it is)")
    }
    return .keep(file, isLinked: kept != nil)
  }

  /// A hook that tells by its name what to do would quietly do nothing under another one.
  private static func looksAtItsName(_ file: HookFile) -> String? {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let signs = [
      #"basename "$0""#, "basename $0", #"basename -- "$0""#, #"basename "${0}""#, "basename ${0}", "basename($0)",
      "${0##", "basename($PROGRAM_NAME)", "basename(__FILE__)", "basename(sys.argv[0])", "basename(__file__)",
    ]
    return signs.first { text.contains($0) }
  }

  private func refusePlace(_ names: [HookName], force: Bool) throws(Problem) {
    let setting = hooksPath.configured.map { "core.hooksPath is '\($0)'" } ?? "the folder is '\(hooksPath.path)'"
    switch hooksPath.owner {
    case .clone, .workTree: return
    case .nowhere:
      throw Problem(
        .cannotWrite, "git runs no hooks here: \(setting), which is no folder",
        help: "run: git config --unset core.hooksPath (it may be set with --global or --system)")
    case .elsewhere where !force:
      throw Problem(
        .cannotWrite, "the hooks of this repository are outside of it: \(setting)",
        help:
          "run: git config --local core.hooksPath \(ShellWord.inQuotes(hooksPath.ownFolder)), or add --force to write there for all who share it"
      )
    case .elsewhere: return
    }
  }
}
