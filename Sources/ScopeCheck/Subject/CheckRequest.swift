package import ReleaseScope

/// What somebody wants to know, as far as they said it.
package struct CheckRequest: Sendable {
  package var base: String?
  package var release: String?
  /// The commits, for a caller that knows them: a hook is told ids. They outrank the names.
  package var baseCommit: NamedCommit?
  package var releaseCommit: NamedCommit?
  package var version: VersionName?
  /// The merge that brought the release in, to judge a release after the fact.
  package var merge: String?
  /// Where the range begins, in place of the policy's; with `{previous}` for the version before.
  package var since: String?
  /// `nil` for none: the scope is asked alone.
  package var manifest: DocumentChoice? = .usual
  package var policy: DocumentChoice = .usual
  /// `nil` for none.
  package var baseline: DocumentChoice?
  package var trust: Trust = .base
  /// Whether a document that the trusted place lacks may come from the work tree; the report then says so.
  package var fallsBackToWorkTree = false
  /// Whether a check without a manifest is an error. Else the report is incomplete.
  package var needsManifest = true
  /// Whether exemptions that cover nothing are looked for, which takes a look at commits below the range.
  package var looksForUnusedExemptions = false
  package var stage: Stage = .merge
  /// In place of the policy's.
  package var projects: [ProjectKey]?
  /// On top of the policy's.
  package var severities: [RuleID: Severity] = [:]
  /// How to get the whole history; `nil` for the command that does it in a clone.
  package var shallowAdvice: Advice?
  /// A state of the approvals that the ref does not have yet, as while it is pushed.
  package var pushedApprovals: ObjectID?
  /// When keys must have been valid and approvals held, to judge a release after the fact; `nil` for now.
  package var approvalTime: Instant?
  package var now: Instant

  package init(now: Instant) {
    self.now = now
  }

  package static let policyPath = ".relscope.yml"
  /// Names that people give the policy by mistake.
  static let misnamedPolicies = [
    ".relscope.yaml", "relscope.yml", "relscope.yaml", ".relscope.json", ".Relscope.yml",
  ]
}

extension VersionName {
  /// Takes a version's name that a person gave.
  ///
  /// - Throws: ``Problem`` of kind `usage`.
  package init(asked text: String) throws(Problem) {
    do {
      try self.init(parsing: text)
    } catch {
      throw Problem(.usage, error.message)
    }
  }
}
