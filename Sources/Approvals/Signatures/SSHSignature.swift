/// A signature as `ssh-keygen -Y sign` makes it (PROTOCOL.sshsig), taken apart.
package struct SSHSignature: Sendable {
  enum Hash: String, Sendable {
    case sha256
    case sha512
  }

  enum Proof: Sendable {
    /// 64 bytes.
    case ed25519([UInt8])
    /// Both without a zero in front.
    case ecdsa(r: [UInt8], s: [UInt8])
    case rsa(Hash, [UInt8])
  }

  /// What a security key says of how it was asked.
  struct Presence: Sendable {
    let flags: UInt8
    let counter: UInt32

    var isTouched: Bool { flags & 1 != 0 }
    /// Whether it knew by PIN or finger who asked.
    var isVerified: Bool { flags & 4 != 0 }
  }

  /// What an approval is signed for; a signature for something else says nothing.
  package static let namespace = "approval@relscope"

  static let sizeLimit = 8192
  private static let magic = Array("SSHSIG".utf8)

  package let key: SigningKey
  package let namespace: String
  let hash: Hash
  let proof: Proof
  /// `nil` for a key in a file.
  let presence: Presence?

  /// - Parameter blob: What stands in base64 between the armour's lines.
  /// - Throws: ``SignatureError``, for anything that is not one whole signature of a kind that counts.
  package init(parsing blob: [UInt8]) throws(SignatureError) {
    guard blob.count <= Self.sizeLimit else { throw .tooLong(limit: Self.sizeLimit) }
    guard blob.starts(with: Self.magic) else { throw .noSignature }
    var reader = SSHReader(blob[Self.magic.count...])
    let version = try reader.number()
    guard version == 1 else { throw .version(version) }
    key = try SigningKey(parsing: try reader.string())
    namespace = try reader.name()
    guard !namespace.isEmpty else { throw .emptyNamespace }
    guard try reader.string().isEmpty else { throw .reserved }
    let name = try reader.name()
    guard let hash = Hash(rawValue: name) else { throw .hash(name) }
    self.hash = hash
    var signature = SSHReader(try reader.string())
    guard reader.isAtEnd else { throw .trailingBytes }
    proof = try Self.proof(&signature, key)
    presence =
      key.application == nil
      ? nil : Presence(flags: try signature.byte(), counter: try signature.number())
    guard signature.isAtEnd else { throw .trailingBytes }
  }

  private static func proof(_ reader: inout SSHReader, _ key: SigningKey) throws(SignatureError) -> Proof {
    let algorithm = try reader.name()
    let bytes = try reader.string()
    switch key.kind {
    case .ed25519:
      guard algorithm == key.type else { throw .algorithm(algorithm, key: key.type) }
      guard bytes.count == 64 else { throw .malformed }
      return .ed25519(Array(bytes))
    case .ecdsa:
      guard algorithm == key.type else { throw .algorithm(algorithm, key: key.type) }
      var pair = SSHReader(bytes)
      let proof = Proof.ecdsa(r: try pair.positiveInteger(), s: try pair.positiveInteger())
      guard pair.isAtEnd else { throw .trailingBytes }
      return proof
    case .rsa(_, let modulus):
      guard bytes.count <= modulus.count else { throw .malformed }
      switch algorithm {
      case "rsa-sha2-256": return .rsa(.sha256, Array(bytes))
      case "rsa-sha2-512": return .rsa(.sha512, Array(bytes))
      case "ssh-rsa": throw .sha1
      default: throw .algorithm(algorithm, key: key.type)
      }
    }
  }

  /// What is signed in place of a text.
  func signedBytes(of text: [UInt8]) -> [UInt8] {
    let digest =
      switch hash {
      case .sha256: SHA2.sha256(text)
      case .sha512: SHA2.sha512(text)
      }
    var bytes = Self.magic
    for part in [Array(namespace.utf8), [], Array(hash.rawValue.utf8), digest] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (24 - 8 * $0)) } + part
    }
    return bytes
  }
}
