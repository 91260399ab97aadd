package import ReleaseScope

/// A release that is about to be pushed or merged.
package struct MovingRelease: Equatable, Sendable {
  /// What people know it by: a branch's short name, or a tag's.
  package let name: String
  package let id: ObjectID
  /// `nil` where the name says it.
  package let version: VersionName?
  package let extent: Extent

  /// How much of the release moves.
  package enum Extent: Equatable, Sendable {
    case whole
    /// Commits of its branch below the tip.
    case part
    /// All of its work, in other commits than its own.
    case copy
    /// A part of its work, in other commits. Only what should not be there is looked for then, as at a push: the rest
    /// of the release is still to come.
    case copyOfPart
  }

  package init(name: String, id: ObjectID, version: VersionName? = nil, extent: Extent = .whole) {
    self.name = name
    self.id = id
    self.version = version
    self.extent = extent
  }
}

/// Where a move of the base is seen.
package enum BaseMove: Sendable {
  /// In the clone in which the base moves.
  case here
  /// Where it is pushed from, which has logs of its branches, and knows which release branches the remote has.
  case push(remote: String?)
  /// Where it is pushed to, which has neither. A release branch that is there is a release; one that comes with the
  /// push may have been cut from the base that comes with it.
  case server
}
