/// What a team asks of the hooks.
package struct HookPolicy: Equatable, Sendable {
  /// Whether a hook lets pass what it has no manifest for, by the hook's name.
  package var withoutManifest: [String: OnMissingManifest] = [:]
  /// Seconds after which a hook gives up, and blocks, by the hook's name.
  package var timeBudget: [String: Int64] = [:]
  package var onMissingKey: OnMissingKey = .refuse

  package enum OnMissingManifest: String, CaseIterable, Sendable {
    case block
    case warn
  }

  package enum OnMissingKey: String, CaseIterable, Sendable {
    case refuse
    case add
  }

  package init() {}

  /// A push is a step on the way, so it goes on without a manifest; everything that reaches the base does not.
  package func withoutManifest(_ hook: String) -> OnMissingManifest {
    withoutManifest[hook] ?? (hook == "pre-push" ? .warn : .block)
  }

  /// Seconds after which a hook gives up, and blocks; `nil` for no end. A server is not for the one who pushes to keep
  /// busy.
  package func timeBudget(_ hook: HookName) -> Int64? {
    timeBudget[hook.rawValue] ?? (hook.isOnServer ? 60 : nil)
  }
}
