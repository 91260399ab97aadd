import JSON
import Documents
import ReleaseScope

/// `.overcommit.yml`, as overcommit reads it.
enum OvercommitManager {
  static func handover(of hook: HookName, _ files: ManagerFiles) -> Handover {
    let path = ".overcommit.yml"
    switch files.document(path) {
    case nil: return .none("there is no \(path)")
    case .failure?: return .unknown("\(path) cannot be read")
    case .success(let root)?:
      var found = Handover.none(nil)
      for entry in root[section(of: hook)]?.members ?? [] where entry.value["command"]?.calls(hook) == true {
        found = found.or(handover(entry.value))
      }
      return found
    }
  }

  private static func handover(_ entry: JSONValue) -> Handover {
    guard entry["enabled"]?.isTrue == true else { return .none("its entry is not enabled") }
    let conditions = ["on_fail", "on_warn", "include", "exclude", "requires_files", "flags"]
    if let condition = conditions.first(where: { entry[$0] != nil }) {
      return .unknown("its entry has '\(condition)'")
    }
    return .known
  }

  /// `PrePush` for `pre-push`.
  static func section(of hook: HookName) -> String {
    hook.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
