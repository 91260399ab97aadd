import Platform
package import ReleaseScope

/// The hook files of one repository: what they are, and how they come and go.
package struct HookFolder: Sendable {
  package let hooksPath: HooksPath
  /// The top of the work tree, where hook managers have their configuration; `nil` for a bare repository.
  let workTree: String?
  /// The path of the program that the hooks start; `nil` to look for it in `PATH`.
  let program: String?
  package let base: String

  package init(at hooksPath: HooksPath, workTree: String?, program: String?, base: String) {
    self.hooksPath = hooksPath
    self.workTree = workTree
    self.program = program
    self.base = base
  }

  package func path(of name: HookName) -> String { "\(hooksPath.path)/\(name.rawValue)" }

  func keptPath(of name: HookName) -> String { path(of: name) + HookText.keptSuffix }

  func text(of name: HookName, callsKept: Bool) -> String {
    HookText(name: name, program: program, base: base, callsKept: callsKept).text
  }

  /// Looks at the place of one hook, and changes nothing.
  package func state(of name: HookName) -> HookState {
    let keeps = HookFile(at: keptPath(of: name)) != nil
    guard let file = HookFile(at: path(of: name)) else {
      return HookState(name: name, condition: .absent, isExecutable: false, fault: nil, keepsEarlier: keeps)
    }
    var fault: HookState.Fault?
    let condition: HookState.Condition
    switch file.origin(as: name) {
    case .installed(let named, let itsBase):
      let isRunnable = named.map(File.isExecutable) ?? (Environment.program(named: "relscope") != nil)
      if file.bytes.contains(13) {
        fault = .carriageReturns
      } else if let itsBase, itsBase != base {
        fault = .otherBase(itsBase)
      } else if !isRunnable {
        fault = .missingProgram(named ?? "relscope")
      }
      // Another program that is there serves as well: only what the text does makes it current.
      let text = HookText(name: name, program: named, base: base, callsKept: keeps).text
      condition = .ours(isCurrent: Array(text.utf8) == file.bytes)
    case .changed: condition = .changed
    case .foreign:
      condition = .foreign(manager: manager(of: file), handover(of: file, name))
    }
    return HookState(
      name: name, condition: condition, isExecutable: file.entry.isExecutable, fault: fault, keepsEarlier: keeps)
  }

  func manager(of file: HookFile) -> HookManager? { hooksPath.isHusky ? .husky : HookManager.author(of: file.bytes) }

  /// Whether a hook that is not ours hands on to relscope. Of a manager's file its configuration says so, of the file
  /// of a server that runs a folder our own text in there; what any other file does cannot be read.
  func handover(of file: HookFile, _ name: HookName) -> Handover {
    if let manager = manager(of: file) {
      // pre-commit moves a hook of ours aside, and calls it first.
      if manager == .preCommit, isOurs(path(of: name) + ".legacy", as: name) { return .known }
      return handover(of: manager, name, hook: file.bytes)
    }
    let folder = path(of: name) + ".d"
    if HookFile(at: folder) != nil {
      if isOurs(folder + "/relscope", as: name) {
        return runsItsFolder(file) ? .known : .unknown("it may run \(name.rawValue).d/relscope")
      }
      if HookFile(at: folder + "/relscope") != nil {
        return .unknown("\(name.rawValue).d/relscope is there, and not a text of relscope that runs")
      }
    }
    let mentions = String(decoding: file.bytes, as: UTF8.self).contains("relscope")
    return mentions ? .unknown("it mentions relscope") : .none(nil)
  }

  /// The files that Gitea and Forgejo write, which run all that is executable in the folder.
  private func runsItsFolder(_ file: HookFile) -> Bool {
    let text = String(decoding: file.bytes, as: UTF8.self).lowercased()
    return ["gitea", "forgejo"].contains(where: text.contains) && [".d/*", ".d\"/*"].contains(where: text.contains)
      && text.contains("for hook in")
  }

  private func isOurs(_ path: String, as name: HookName) -> Bool {
    guard let file = HookFile(at: path), file.entry.isExecutable, !file.bytes.contains(13) else { return false }
    guard case .installed(let program, _) = file.origin(as: name) else { return false }
    return program.map(File.isExecutable) ?? (Environment.program(named: "relscope") != nil)
  }

  func handover(of manager: HookManager, _ name: HookName, hook: [UInt8]) -> Handover {
    guard let workTree else { return .none(nil) }
    let files = ManagerFiles(
      hook: hook, read: { HookFile(at: $0.hasPrefix("/") ? $0 : "\(workTree)/\($0)")?.bytes },
      huskyFolder: hooksPath.isHusky ? File.folder(of: hooksPath.path) : "\(workTree)/.husky")
    return manager.handover(of: name, files)
  }
}
