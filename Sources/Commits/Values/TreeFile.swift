/// A file as a commit has it.
package struct TreeFile: Equatable, Sendable {
  /// The id of its blob: equal for equal contents.
  package let id: ObjectID
  package let bytes: [UInt8]

  package init(id: ObjectID, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }
}
