import ReleaseScope

/// An approval as it is kept: what was signed, byte for byte, and the signature.
package struct ApprovalRecord: Sendable {
  package let payload: ApprovalPayload
  /// What was signed.
  package let payloadBytes: [UInt8]
  /// The signature without armour.
  package let signature: [UInt8]

  package init(_ payload: ApprovalPayload, signature: [UInt8]) {
    self.payload = payload
    payloadBytes = payload.bytes
    self.signature = signature
  }

  /// - Throws: ``RecordError``. The signature is looked at later.
  package init(parsing line: some Collection<UInt8>) throws(RecordError) {
    let object: FlatObject
    do { object = try FlatObject(parsing: line) } catch { throw .line }
    guard object.members.count == 2, let payload = object.members["payload"], let signature = object.members["sshsig"],
      let payloadBytes = Base64.bytes(of: payload.utf8), let blob = Base64.bytes(of: signature.utf8)
    else { throw .line }
    self.payload = try ApprovalPayload(parsing: payloadBytes)
    self.payloadBytes = payloadBytes
    self.signature = blob
  }

  /// One line, without its end.
  package var line: String {
    FlatObject(["payload": Base64.text(of: payloadBytes), "sshsig": Base64.text(of: signature)]).text
  }
}
