import ReleaseScope

/// Looks at one approval for itself.
struct ApprovalCheck<Facts: ReleaseFacts> {
  struct Failure: Error {
    let reason: ApprovalReport.Reason
    let detail: String

    init(_ reason: ApprovalReport.Reason, _ detail: String) {
      self.reason = reason
      self.detail = detail
    }
  }

  let subject: ApprovalSubject
  let policy: ApprovalPolicy
  let signers: AllowedSigners
  let facts: Facts

  /// Verifies who signed a record; nothing is said of what it is for.
  func key(of record: ApprovalRecord) throws(Failure) -> SigningKey {
    let signature: SSHSignature
    do throws(SignatureError) {
      signature = try SSHSignature(parsing: record.signature)
    } catch {
      throw Failure(.signature, "the signature \(error.message)")
    }
    if case .failure(let error) = signers.signer(record.payload.approver, signature.key, at: subject.now) {
      throw Failure(.signer, "the key \(signature.key.fingerprint) \(error.message)")
    }
    do throws(SignatureError) {
      try signature.verify(record.payloadBytes, demands: policy.keys)
    } catch {
      throw Failure(.signature, "the signature \(error.message)")
    }
    return signature.key
  }

  /// Whether an approval is of what is judged. Signer and signature are looked at besides.
  func binding(of found: FoundApproval) throws {
    let payload = found.record.payload
    try require(payload.head == found.commit, .note, "its note lies on \(found.commit.abbreviated)")
    try require(
      payload.repository == subject.repository, .repository,
      "it is for \(Self.named(payload.repository)), not for \(Self.named(subject.repository))")
    try require(
      payload.version == subject.version, .version,
      "it is for '\(payload.version)', not for '\(subject.version ?? "")'")
    try require(
      isMember(payload.approver, of: payload.role), .role,
      "the policy does not list '\(payload.approver)' for the role '\(payload.role)'")
    if case .earlier = found.standing {
      throw Failure(.head, "the head is \(subject.head.abbreviated)")
    }
    if found.standing == .head {
      try require(payload.tree == subject.tree, .tree, "it has another tree than the head")
    }
    try require(payload.until >= subject.now.day, .expired, "it held until \(payload.until)")
    try bindings(of: found)
  }

  /// What the policy asks for besides the head.
  private func bindings(of found: FoundApproval) throws {
    let payload = found.record.payload
    if policy.voidOn.contains(.policy) {
      try require(payload.policy == subject.policy, .policy, "the policy was changed since")
    }
    if policy.voidOn.contains(.manifest) {
      try require(payload.manifest == subject.manifest, .manifest, "the manifest has other tickets since")
    }
    if payload.base != subject.base {
      if policy.voidOn.contains(.base) {
        throw Failure(.base, "the base was \(payload.base.abbreviated), and is \(subject.base.abbreviated)")
      }
      if found.standing == .head {
        switch try facts.baseMove(since: payload) {
        case .apart: break
        case .colliding:
          throw Failure(.base, "since then the base changed files that the release changes too")
        case .unknown:
          throw Failure(
            .base, "the base was \(payload.base.abbreviated), and nobody can tell here what changed since")
        }
      }
    }
    guard policy.voidOn.contains(.scope) else { return }
    guard let scope = try facts.scope(ofHead: payload.head) else {
      throw Failure(.scope, "commit \(payload.head.abbreviated), whose scope was approved, is not here")
    }
    try require(payload.scope == scope, .scope, "the scope was another one")
  }

  func isMember(_ approver: String, of role: String) -> Bool {
    policy.roles[role, default: []].contains { Mailbox($0) == Mailbox(approver) }
  }

  private func require(_ isSo: Bool, _ reason: ApprovalReport.Reason, _ detail: String) throws {
    guard isSo else { throw Failure(reason, detail) }
  }

  private static func named(_ repository: String) -> String {
    repository.isEmpty ? "a repository without a name" : "'\(repository)'"
  }
}
