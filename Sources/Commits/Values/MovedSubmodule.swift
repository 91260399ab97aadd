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
