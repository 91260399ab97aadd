/// The notes under a ref on the commits that somebody asks for.
package struct CommitNotes: Equatable, Sendable {
  package var texts: [ObjectID: [UInt8]] = [:]
  /// Commits whose notes are longer than what is read of one; in the order of their ids.
  package var tooLong: [ObjectID] = []

  package init(_ texts: [ObjectID: [UInt8]] = [:]) { self.texts = texts }
}
