package import ReleaseScope

/// What somebody signs: that this head, with this scope, may be released as this version.
package struct ApprovalPayload: Equatable, Sendable {
  package static let schema = "relscope.approval/1"

  package enum Decision: String, Sendable {
    case approve
    /// Takes back what the same person approved of the same head.
    case revoke
  }

  package var decision: Decision
  package var approver: String
  package var role: String
  /// The name that the policy gives the repository; empty if it gives none.
  package var repository: String
  package var version: String
  package var head: ObjectID
  /// The head's.
  package var tree: ObjectID
  package var base: ObjectID
  package var mergeBase: ObjectID
  /// The tree of the head merged into the base; `nil` where that conflicts.
  package var mergeTree: ObjectID?
  /// Digests: `sha256:` and 64 hexadecimal digits. Of no manifest or policy, empty.
  package var scope: String
  package var manifest: String
  package var policy: String
  /// What the signer's clock said: shown, and never believed.
  package var time: Instant
  /// The last day (UTC) on which it holds.
  package var until: Day
  /// Why it was approved although the check did not pass; `nil` where it passed.
  package var despite: String?

  package init(
    _ decision: Decision, by approver: String, as role: String, repository: String, version: String, head: ObjectID,
    tree: ObjectID, base: ObjectID, mergeBase: ObjectID, mergeTree: ObjectID?, scope: String, manifest: String,
    policy: String, time: Instant, until: Day, despite: String? = nil
  ) {
    self.decision = decision
    self.approver = approver
    self.role = role
    self.repository = repository
    self.version = version
    self.head = head
    self.tree = tree
    self.base = base
    self.mergeBase = mergeBase
    self.mergeTree = mergeTree
    self.scope = scope
    self.manifest = manifest
    self.policy = policy
    self.time = time
    self.until = until
    self.despite = despite
  }

  /// What is signed: JSON on one line, without a line end.
  package var bytes: [UInt8] {
    var members = [
      "schema": Self.schema, "decision": decision.rawValue, "approver": approver, "role": role,
      "repository": repository, "version": version, "head": "\(head)", "tree": "\(tree)", "base": "\(base)",
      "mergeBase": "\(mergeBase)", "mergeTree": mergeTree.map { "\($0)" } ?? "", "scope": scope, "manifest": manifest,
      "policy": policy, "time": "\(time)", "until": "\(until)",
    ]
    members["despite"] = despite
    return Array(FlatObject(members).text.utf8)
  }

  /// Reads what was signed. Members that are not known are no objection: the signature is over them too.
  ///
  /// - Throws: ``RecordError``.
  package init(parsing bytes: [UInt8]) throws(RecordError) {
    let object: FlatObject
    do { object = try FlatObject(parsing: bytes) } catch { throw .payload }
    let members = object.members
    guard let schema = members["schema"] else { throw .payload }
    guard schema == Self.schema else { throw .schema(schema) }
    func text(_ name: String) throws(RecordError) -> String {
      guard let text = members[name] else { throw .member(name) }
      return text
    }
    func value<Value>(_ name: String, _ parse: (String) -> Value?) throws(RecordError) -> Value {
      guard let value = parse(try text(name)) else { throw .member(name) }
      return value
    }
    // One form of each: `2026-11-20T10:00:00+00:00` is another time for a reader who does not calculate.
    func exact<Value: CustomStringConvertible>(_ parse: @escaping (String) -> Value?) -> (String) -> Value? {
      { text in parse(text).flatMap { $0.description == text ? $0 : nil } }
    }
    decision = try value("decision", Decision.init)
    approver = try value("approver") { $0.isEmpty ? nil : $0 }
    role = try value("role") { $0.isEmpty ? nil : $0 }
    repository = try text("repository")
    version = try value("version") { $0.isEmpty ? nil : $0 }
    head = try value("head", exact(ObjectID.init(_:)))
    tree = try value("tree", exact(ObjectID.init(_:)))
    base = try value("base", exact(ObjectID.init(_:)))
    mergeBase = try value("mergeBase", exact(ObjectID.init(_:)))
    mergeTree = try text("mergeTree").isEmpty ? nil : try value("mergeTree", exact(ObjectID.init(_:)))
    scope = try text("scope")
    manifest = try text("manifest")
    policy = try text("policy")
    time = try value("time", exact(Instant.init(parsing:)))
    until = try value("until", exact(Day.init(parsing:)))
    despite = members["despite"]
  }
}
