import Approvals
import ReleaseScope

/// Changes approvals and signers files, of which none may then let anybody approve.
package struct ApprovalRuns {
  /// What is changed.
  package enum Part: CaseIterable, Sendable {
    /// The bytes of the signature, its key among them.
    case signature
    /// What was signed.
    case payload
    /// The line of the note.
    case record
    /// The file, for somebody of whom it says nothing.
    case signers
  }

  /// How many runs there were.
  package private(set) var runs = 0
  /// How many of them were changed and taken all the same.
  package private(set) var accepted = 0
  /// How many came as far as a signature that could be verified.
  package private(set) var read = 0

  private static let now = Instant(seconds: 1_795_600_000)

  /// - Parameters:
  ///   - records: Lines of a note; the last is by a key that is not in the file.
  ///   - signers: A file that has the keys of the others.
  ///   - seed: The same numbers give the same bytes.
  package init(_ part: Part, records: [UInt8], signers: [UInt8], count: Int, seed: UInt64) {
    let lines = records.split(separator: 10).map(Array.init)
    guard let known = try? AllowedSigners(parsing: signers), let stranger = lines.last.flatMap(Self.record) else {
      return
    }
    var mutator = Mutator(random: RandomNumbers(seed: seed), pieces: part.pieces, isTabular: part == .signature)
    var choice = RandomNumbers(seed: ~seed)
    while runs < count, let line = lines.dropLast().randomElement(using: &choice), let record = Self.record(line),
      let other = lines.randomElement(using: &choice), let otherRecord = Self.record(other)
    {
      runs += 1
      switch part {
      case .signature:
        let blob = mutator.mutate(record.signature, mixing: otherRecord.signature)
        judge(record.payloadBytes, blob, record.payload.approver, known, isOriginal: blob == record.signature)
      case .payload:
        let text = mutator.mutate(record.payloadBytes, mixing: otherRecord.payloadBytes)
        let approver = (try? ApprovalPayload(parsing: text).approver) ?? record.payload.approver
        judge(text, record.signature, approver, known, isOriginal: text == record.payloadBytes)
      case .record:
        let text = mutator.mutate(line, mixing: other)
        guard let changed = Self.record(text) else { continue }
        judge(
          changed.payloadBytes, changed.signature, changed.payload.approver, known,
          isOriginal: lines.dropLast().contains(text))
      case .signers:
        guard let changed = try? AllowedSigners(parsing: mutator.mutate(signers, mixing: signers)) else { continue }
        judge(
          stranger.payloadBytes, stranger.signature, stranger.payload.approver, changed, isOriginal: false)
      }
    }
  }

  private static func record(_ line: [UInt8]) -> ApprovalRecord? { try? ApprovalRecord(parsing: line) }

  private mutating func judge(
    _ text: [UInt8], _ blob: [UInt8], _ approver: String, _ signers: AllowedSigners, isOriginal: Bool
  ) {
    guard let signature = try? SSHSignature(parsing: blob) else { return }
    read += 1
    guard case .success = signers.signer(approver, signature.key, at: Self.now),
      (try? signature.verify(text)) != nil, !isOriginal
    else { return }
    accepted += 1
  }
}

extension ApprovalRuns.Part {
  /// What the format is made of.
  fileprivate var pieces: [[UInt8]] {
    switch self {
    case .signature:
      ["SSHSIG", "ssh-ed25519", "ssh-rsa", "rsa-sha2-256", "sha256", "sha512", "nistp256", "approval@relscope", "git"]
        .map { Array($0.utf8) } + [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 32], [0, 0, 0, 64], [0]]
    case .payload: ["\"", "\\u0000", "}", "{", ",\"role\":\"tech-lead\"", "\n", " ", "\u{202E}"].map { Array($0.utf8) }
    case .record: ["\"", "=", "==", "A", "\n", ",", "\"payload\":\"", "\"sshsig\":\"", "}"].map { Array($0.utf8) }
    case .signers:
      [
        "\n", " ", "*", ",", "!", "\"", "#", "namespaces=\"", "valid-before=\"", "cert-authority", "ssh-ed25519 ",
        "AAAA",
      ]
      .map { Array($0.utf8) }
    }
  }
}
