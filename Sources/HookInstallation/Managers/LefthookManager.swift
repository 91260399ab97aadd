import JSON
import Documents
import ReleaseScope

/// `lefthook.yml`, as lefthook reads it.
enum LefthookManager {
  private static let names = ["lefthook", ".lefthook", ".config/lefthook"]

  static func handover(of hook: HookName, _ files: ManagerFiles) -> Handover {
    var found: Handover?
    for path in names.flatMap({ name in ["yml", "yaml"].map { "\(name).\($0)" } }) {
      switch files.document(path) {
      case nil: continue
      case .failure?: return .unknown("\(path) cannot be read")
      case .success(let root)?: found = handover(of: hook, root, files)
      }
      break
    }
    guard let found else {
      let other = names.flatMap { name in ["toml", "json", "jsonc"].map { "\(name).\($0)" } }
        .first { files.read($0) != nil }
      return other.map { .unknown("\($0) is not read") } ?? .none("there is no lefthook.yml")
    }
    if found == .known, let local = localConfiguration(files), files.mentions(hook.rawValue, in: local) {
      return .unknown("\(local) changes \(hook.rawValue)")
    }
    return found
  }

  private static func localConfiguration(_ files: ManagerFiles) -> String? {
    names.flatMap { name in ["yml", "yaml", "toml", "json"].map { "\(name)-local.\($0)" } }
      .first { files.read($0) != nil }
  }

  private static func handover(of hook: HookName, _ root: JSONValue, _ files: ManagerFiles) -> Handover {
    guard let section = root[hook.rawValue] else {
      let others = ["extends", "remotes", "remote"].first { root[$0] != nil }
      return others.map { .unknown("its '\($0)' are not read") } ?? .none(nil)
    }
    if let reason = condition(on: section) { return section.mentionsRelscope ? reason : .none(nil) }
    let folder = "\(root["source_dir"]?.text ?? ".lefthook")/\(hook.rawValue)"
    var found = Handover.none(nil)
    for script in section["scripts"]?.members ?? [] {
      found = found.or(self.script(script.name, script.value, in: folder, hook, files))
    }
    for command in section["commands"]?.members ?? [] { found = found.or(self.command(command.value, hook)) }
    for job in section["jobs"]?.list ?? [] {
      if let name = job["script"]?.text { found = found.or(script(name, job, in: folder, hook, files)) }
      if job["run"] != nil { found = found.or(command(job, hook)) }
      if job["group"]?.mentionsRelscope == true { found = found.or(.unknown("a group of it mentions relscope")) }
    }
    return found
  }

  /// What may keep lefthook from running something.
  private static func condition(on value: JSONValue) -> Handover? {
    if value["skip"]?.isTrue == true { return .none("its entry is switched off by 'skip: true'") }
    let others = ["skip", "only", "tags", "exclude_tags", "glob", "files", "exclude", "root", "file_types"]
    return others.first { value[$0] != nil && value[$0]?.isTrue != false }
      .map { .unknown("its entry runs by a condition: '\($0)'") }
  }

  private static func script(
    _ name: String, _ entry: JSONValue, in folder: String, _ hook: HookName, _ files: ManagerFiles
  ) -> Handover {
    guard let bytes = files.read("\(folder)/\(name)") else {
      return name.contains("relscope") ? .none("there is no \(folder)/\(name)") : .none(nil)
    }
    let isOwnText = HookText.origin(of: bytes, as: hook) != .foreign
    let handover = isOwnText ? .known : HookScript(bytes).handover(of: hook)
    guard handover == .known else { return handover }
    if let condition = condition(on: entry) { return condition }
    guard !hook.readsInput || entry["use_stdin"]?.isTrue == true else {
      return .none("its entry gets no input: use_stdin")
    }
    guard ["sh", "bash", "dash"].contains(entry["runner"]?.text ?? "") else {
      return .unknown("its runner is no shell")
    }
    return .known
  }

  private static func command(_ entry: JSONValue, _ hook: HookName) -> Handover {
    guard let run = entry["run"] else { return .none(nil) }
    guard run.calls(hook) else { return run.mentionsRelscope ? .unknown("it mentions relscope") : .none(nil) }
    if let condition = condition(on: entry) { return condition }
    guard hook == .commitMsg else { return .none("lefthook leaves 'run' out when no file differs; use a script") }
    let words = run.text?.split(separator: " ") ?? []
    return words.contains { $0 == "{1}" || $0 == "{0}" } ? .known : .none("its entry gets no message: {1}")
  }
}

extension ManagerFiles {
  fileprivate func mentions(_ word: String, in path: String) -> Bool {
    guard let bytes = read(path) else { return false }
    return String(decoding: bytes, as: UTF8.self).contains(word)
  }
}
