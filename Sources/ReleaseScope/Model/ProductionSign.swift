/// What tells that a release runs on production.
package enum ProductionSign: Equatable, Sendable {
  case tag(VersionTemplate)
  case branch(String)
  /// An environment of the forge's deployments.
  case environment(String)
}
