import JSON
import ReleaseScope

extension PolicyReader {
  private enum Hook: String, CaseIterable {
    case prePush = "pre-push"
    case preMergeCommit = "pre-merge-commit"
    case preCommit = "pre-commit"
    case commitMsg = "commit-msg"
    case referenceTransaction = "reference-transaction"
    case preReceive = "pre-receive"
    case update
  }

  private enum HookKey: String, CaseIterable {
    case withoutManifest = "without-manifest"
    case timeBudget = "time-budget"
  }

  private enum MessageKey: String, CaseIterable { case missingKey = "missing-key" }

  func hooks(_ value: JSONValue) throws(DocumentError) -> HookPolicy {
    var policy = HookPolicy()
    for (hook, value) in try members(value, "hooks", of: Hook.self, as: "hook") {
      guard hook != .commitMsg else {
        for (key, value) in try members(value, hook.rawValue, of: MessageKey.self) {
          let text = try read.text(value, key.rawValue)
          policy.onMissingKey = try word(text, line: value.line, as: "way")
        }
        continue
      }
      for (key, value) in try members(value, hook.rawValue, of: HookKey.self) {
        switch key {
        case .withoutManifest:
          let text = try read.text(value, key.rawValue)
          policy.withoutManifest[hook.rawValue] = try word(text, line: value.line, as: "way")
        case .timeBudget:
          policy.timeBudget[hook.rawValue] = try age(
            value, key.rawValue, units: ["s": 1, "m": 60], example: "5s or 2m")
        }
      }
    }
    return policy
  }
}
