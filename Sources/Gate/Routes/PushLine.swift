package import ReleaseScope

/// A ref that is pushed, as git tells `pre-push`.
package struct PushLine: Equatable, Sendable {
  /// What the user typed: a full name, `HEAD`, an id, or `(delete)`.
  package let localRef: String
  /// `nil` for a deletion.
  package let localID: ObjectID?
  package let remoteRef: RefName
  /// `nil` for a new ref.
  package let remoteID: ObjectID?

  package init(localRef: String, localID: ObjectID?, remoteRef: RefName, remoteID: ObjectID?) {
    self.localRef = localRef
    self.localID = localID
    self.remoteRef = remoteRef
    self.remoteID = remoteID
  }

  /// Reads lines of `<local ref> SP <local id> SP <remote ref> SP <remote id>`; no line for a push that changes
  /// nothing.
  ///
  /// - Throws: ``Problem`` for a line of another form, and for object ids that are not SHA-1.
  package static func parse(_ input: [UInt8]) throws(Problem) -> [PushLine] {
    var lines: [PushLine] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4 else { throw HookInput.unexpected(line) }
      lines.append(
        PushLine(
          localRef: fields[0], localID: try HookInput.id(fields[1]), remoteRef: RefName(fields[2]),
          remoteID: try HookInput.id(fields[3])))
    }
    return lines
  }

  var update: RefUpdate { RefUpdate(name: remoteRef, old: remoteID, new: localID) }
}
