/// What a tree still has of the change of a commit.
package enum Remains: Equatable, Sendable {
  /// All lines that the commit added.
  case all
  /// None of them: it is as it was before.
  case none
  case some
}

/// A submodule that points to another commit than before.
package struct MovedSubmodule: Hashable, Sendable {
  package let path: String
  /// `nil` for one that was not there.
  package let old: ObjectID?
  /// `nil` for one that is gone.
  package let new: ObjectID?

  package init(path: String, old: ObjectID?, new: ObjectID?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
