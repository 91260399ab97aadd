/// A commit, and the name by which it was found.
package struct NamedCommit: Equatable, Sendable {
  package var name: String
  package var id: ObjectID

  package init(name: String, id: ObjectID) {
    self.name = name
    self.id = id
  }
}
