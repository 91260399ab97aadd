package import ReleaseScope

/// The release branch.
package struct BranchFact: Equatable, Sendable {
  package var name: String
  package var head: ObjectID
  /// How many commits it has that the base has not.
  package var ahead: Int

  package init(name: String, head: ObjectID, ahead: Int) {
    self.name = name
    self.head = head
    self.ahead = ahead
  }
}
