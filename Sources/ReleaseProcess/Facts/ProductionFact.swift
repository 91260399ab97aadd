package import ReleaseScope

/// What git says of production.
package enum ProductionFact: Equatable, Sendable {
  /// The policy does not say what production is.
  case notNamed
  /// A tag or a branch that is not there.
  case absent(String)
  /// A tag or a branch and what it has.
  case reached(ProductionRef)
  /// The policy names an environment of the forge.
  case environment(String)
}

package struct ProductionRef: Equatable, Sendable {
  /// `tag v2.4.0`, `branch production`.
  package var name: String
  package var commit: ObjectID
  package var time: Instant?
  package var by: String?
  /// Whether the base has it.
  package var isOnBase: Bool
  /// Whether it has the release's newest merge; `nil` where the release is not merged.
  package var hasMerge: Bool?

  package init(
    name: String, commit: ObjectID, time: Instant? = nil, by: String? = nil, isOnBase: Bool, hasMerge: Bool?
  ) {
    self.name = name
    self.commit = commit
    self.time = time
    self.by = by
    self.isOnBase = isOnBase
    self.hasMerge = hasMerge
  }
}
