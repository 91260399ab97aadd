package import ReleaseScope

/// A ref that moves, as git tells `pre-receive`, `update` and `reference-transaction`.
package struct RefUpdate: Equatable, Sendable {
  package let name: RefName
  /// `nil` when git says zeros: the ref is new, or in a transaction whatever it was; and for what was a symbolic ref.
  package let old: ObjectID?
  /// `nil` when the ref is deleted, or becomes a symbolic one.
  package let new: ObjectID?
  /// The ref that a symbolic ref is made to point to.
  package let target: RefName?

  package init(name: RefName, old: ObjectID?, new: ObjectID?, target: RefName? = nil) {
    self.name = name
    self.old = old
    self.new = new
    self.target = target
  }

  /// Reads lines of `<old> SP <new> SP <ref>`, where git 2.46 and later say `ref:refs/heads/x` for a symbolic ref.
  ///
  /// - Throws: ``Problem`` for a line of another form, and for object ids that are not SHA-1.
  package static func parse(_ input: [UInt8]) throws(Problem) -> [RefUpdate] {
    var updates: [RefUpdate] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3 else { throw HookInput.unexpected(line) }
      let targets = fields.prefix(2).map { $0.hasPrefix("ref:") ? RefName(String($0.dropFirst("ref:".count))) : nil }
      updates.append(
        RefUpdate(
          name: RefName(fields[2]), old: try targets[0] == nil ? HookInput.id(fields[0]) : nil,
          new: try targets[1] == nil ? HookInput.id(fields[1]) : nil, target: targets[1]))
    }
    return updates
  }
}
