import Glibc
import ReleaseScope

/// The hook files of one repository: what they are, and how they come and go.
package struct HookFolder: Sendable {
  package let place: HookPlace
  /// The top of the work tree, where hook managers have their configuration; `nil` for a bare repository.
  let workTree: String?
  /// The path of the program that the hooks start; `nil` to look for it in `PATH`.
  let program: String?
  package let base: String

  package init(place: HookPlace, workTree: String?, program: String?, base: String) {
    self.place = place
    self.workTree = workTree
    self.program = program
    self.base = base
  }

  func path(of name: HookName) -> String { "\(place.path)/\(name.rawValue)" }

  func keptPath(of name: HookName) -> String { path(of: name) + HookText.keptSuffix }

  func text(of name: HookName, callsKept: Bool) -> String {
    HookText(name: name, program: program, base: base, callsKept: callsKept).text
  }

  /// Looks at the place of one hook, and changes nothing.
  package func state(of name: HookName) -> HookState {
    let keeps = HookFile(at: keptPath(of: name)) != nil
    guard let file = HookFile(at: path(of: name)) else {
      return HookState(
        name: name, condition: .absent, isExecutable: false, missingProgram: nil, keepsEarlier: keeps)
    }
    var missing: String?
    let condition: HookState.Condition
    switch file.origin(as: name) {
    case .installed(let named):
      let isRunnable = named.map { unsafe access($0, X_OK) == 0 } ?? Self.isInSearchPath("relscope")
      if !isRunnable { missing = named ?? "relscope" }
      // Another program that is there serves as well: only what the text does makes it current.
      let text = HookText(name: name, program: named, base: base, callsKept: keeps).text
      condition = .ours(isCurrent: Array(text.utf8) == file.bytes)
    case .changed: condition = .changed
    case .foreign:
      let manager = manager(of: file)
      condition = .foreign(manager: manager, callsRelscope: callsRelscope(file, name, manager))
    }
    return HookState(
      name: name, condition: condition, isExecutable: file.isExecutable, missingProgram: missing, keepsEarlier: keeps)
  }

  func manager(of file: HookFile) -> HookManager? { place.isHusky ? .husky : HookManager.author(of: file.bytes) }

  private func callsRelscope(_ file: HookFile, _ name: HookName, _ manager: HookManager?) -> Bool {
    let words = "relscope hook \(name.rawValue)"
    if String(decoding: file.bytes, as: UTF8.self).contains(words) { return true }
    if let other = HookFile(at: path(of: name) + ".d/relscope"), other.isExecutable { return true }
    guard let manager, let workTree else { return false }
    return isSet(manager, for: name, in: workTree)
  }

  func isSet(_ manager: HookManager, for name: HookName, in workTree: String) -> Bool {
    // husky may keep its files in another folder than the usual one.
    let files =
      manager == .husky && place.isHusky
      ? ["\(place.path.folder)/\(name.rawValue)"] : manager.configurations(for: name).map { "\(workTree)/\($0)" }
    return files.contains { path in
      guard let file = HookFile(at: path) else { return false }
      return manager.isSet(for: name, in: String(decoding: file.bytes, as: UTF8.self))
    }
  }

  private static func isInSearchPath(_ program: String) -> Bool {
    guard let path = unsafe getenv("PATH") else { return false }
    return unsafe String(cString: path).split(separator: ":").contains { unsafe access("\($0)/\(program)", X_OK) == 0 }
  }
}
