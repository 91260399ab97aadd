import JSON
import Documents
import ReleaseScope

/// `.pre-commit-config.yaml`, as pre-commit reads it.
enum PreCommitManager {
  static func handover(of hook: HookName, _ files: ManagerFiles) -> Handover {
    let path = configuration(files.hook)
    switch files.document(path) {
    case nil: return .none("there is no \(path)")
    case .failure?: return .unknown("\(path) cannot be read")
    case .success(let root)?:
      let stages = root["default_stages"]?.words
      var found = Handover.none(nil)
      for repository in root["repos"]?.list ?? [] {
        let isLocal = repository["repo"]?.text == "local"
        for entry in repository["hooks"]?.list ?? [] {
          found = found.or(handover(of: hook, entry, isLocal: isLocal, stages))
        }
      }
      return found
    }
  }

  /// The file that the hook names: `pre-commit install --config FILE` writes it there.
  private static func configuration(_ hook: [UInt8]) -> String {
    let text = String(decoding: hook, as: UTF8.self)
    guard let range = text.firstRange(of: "--config=") else { return ".pre-commit-config.yaml" }
    return String(text[range.upperBound...].prefix { !" \t\n)'\"".contains($0) })
  }

  private static func handover(
    of hook: HookName, _ entry: JSONValue, isLocal: Bool, _ defaultStages: [String]?
  ) -> Handover {
    let isOurs = !isLocal && entry["id"]?.text == "relscope-\(hook.rawValue)"
    guard isOurs && entry["entry"] == nil || entry["entry"]?.calls(hook) == true else {
      return .none(nil)
    }
    let stages = entry["stages"]?.words ?? (isOurs ? [hook.rawValue] : defaultStages)
    if let stages, !stages.contains(where: { names(of: hook).contains($0) }) {
      return .none("its entry is for other stages")
    }
    if isLocal {
      let languages = ["system", "unsupported"]
      guard let language = entry["language"]?.text, languages.contains(language) else {
        return .unknown("its entry is of another language than 'system'")
      }
    }
    guard entry["args"] == nil, entry["log_file"] == nil, entry["verbose"]?.isTrue != false else {
      return .unknown("its entry has arguments of its own")
    }
    if hook == .commitMsg {
      guard entry["files"] == nil, entry["exclude"] == nil, entry["types"] == nil else {
        return .unknown("its entry is for some files only")
      }
      return entry["pass_filenames"]?.isTrue == false ? .none("its entry gets no message: pass_filenames") : .known
    }
    // Without it, a push or a merge that changes no file that it is for is skipped.
    guard entry["always_run"]?.isTrue ?? isOurs else { return .none("its entry lacks 'always_run: true'") }
    return .known
  }

  private static func names(of hook: HookName) -> [String] {
    let old: [HookName: String] = [.prePush: "push", .preCommit: "commit", .preMergeCommit: "merge-commit"]
    return [hook.rawValue, old[hook]].compactMap(\.self)
  }
}
