import ReleaseScope

/// `.husky/NAME`, which husky's own file of the name runs by `sh -e`.
enum HuskyManager {
  static func handover(of hook: HookName, _ files: ManagerFiles) -> Handover {
    guard let bytes = files.read("\(files.huskyFolder)/\(hook.rawValue)") else { return .none(nil) }
    return HookScript(bytes, endsAtFailure: true).handover(of: hook)
  }
}
