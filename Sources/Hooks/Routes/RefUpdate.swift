package import ReleaseScope

/// A ref that moves, as git tells `pre-receive`, `update` and `reference-transaction`.
package struct RefUpdate: Equatable, Sendable {
  /// The full name.
  package let name: String
  /// `nil` when git says zeros: the ref is new, or in a transaction whatever it was.
  package let old: ObjectID?
  /// `nil` when the ref is deleted.
  package let new: ObjectID?

  package init(name: String, old: ObjectID?, new: ObjectID?) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// Reads lines of `<old> SP <new> SP <ref>`.
  ///
  /// - Returns: One for each line, without updates of symbolic refs (`ref:refs/heads/x`), which move no branch.
  /// - Throws: ``Problem`` for a line of another form, and for object ids that are not SHA-1.
  package static func parse(_ input: [UInt8]) throws(Problem) -> [RefUpdate] {
    var updates: [RefUpdate] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3 else { throw HookInput.unexpected(line) }
      if fields[0].hasPrefix("ref:") || fields[1].hasPrefix("ref:") { continue }
      updates.append(
        RefUpdate(name: fields[2], old: try HookInput.id(fields[0]), new: try HookInput.id(fields[1])))
    }
    return updates
  }
}

/// A ref that is pushed, as git tells `pre-push`.
package struct PushLine: Equatable, Sendable {
  /// What the user typed: a full name, `HEAD`, an id, or `(delete)`.
  package let localRef: String
  /// `nil` for a deletion.
  package let localID: ObjectID?
  package let remoteRef: String
  /// `nil` for a new ref.
  package let remoteID: ObjectID?

  package init(localRef: String, localID: ObjectID?, remoteRef: String, remoteID: ObjectID?) {
    self.localRef = localRef
    self.localID = localID
    self.remoteRef = remoteRef
    self.remoteID = remoteID
  }

  /// Reads lines of `<local ref> SP <local id> SP <remote ref> SP <remote id>`; no line for a push that changes nothing.
  ///
  /// - Throws: ``Problem`` for a line of another form, and for object ids that are not SHA-1.
  package static func parse(_ input: [UInt8]) throws(Problem) -> [PushLine] {
    var lines: [PushLine] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4 else { throw HookInput.unexpected(line) }
      lines.append(
        PushLine(
          localRef: fields[0], localID: try HookInput.id(fields[1]), remoteRef: fields[2],
          remoteID: try HookInput.id(fields[3])))
    }
    return lines
  }
}

/// The fields of the lines that git writes to hooks.
enum HookInput {
  static func unexpected(_ line: ArraySlice<UInt8>) -> Problem {
    Problem(
      .usage, "cannot understand '\(String(decoding: line, as: UTF8.self))' on standard input",
      help: "relscope hook is run by git, with git's arguments and input")
  }

  /// - Returns: `nil` for zeros, of which there may be 40 or 64.
  static func id(_ text: String) throws(Problem) -> ObjectID? {
    if let id = ObjectID(text) { return id.isZero ? nil : id }
    guard text.utf8.count == 64, text.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw Problem(.usage, "'\(text)' on standard input is no object id")
    }
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      throw Problem(
        .missing, "cannot judge '\(text.prefix(10))': objects named by SHA-256 cannot be read",
        help: "relscope reads repositories with SHA-1 object names")
    }
    return nil
  }
}
