import ReleaseScope

import CLibcrypto

/// A public key of ssh.
package struct SigningKey: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// 32 bytes.
    case ed25519([UInt8])
    /// An uncompressed point.
    case ecdsa(EllipticCurve, point: [UInt8])
    /// Both without a zero in front.
    case rsa(exponent: [UInt8], modulus: [UInt8])
  }

  /// How ssh names its kind: `ssh-ed25519`.
  package let type: String
  let kind: Kind
  /// What a security key was asked for: `ssh:`. `nil` for a key in a file.
  let application: [UInt8]?
  /// As it stands in a file, before base64.
  let blob: [UInt8]

  static let sizeLimit = 4096

  /// - Throws: ``SignatureError`` for what is no key, is damaged, or has something after its end.
  package init(parsing bytes: ArraySlice<UInt8>) throws(SignatureError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLong(limit: Self.sizeLimit) }
    var reader = SSHReader(bytes)
    type = try reader.name()
    if type.hasSuffix("-cert-v01@openssh.com") { throw .certificate(type) }
    switch type {
    case "ssh-ed25519": kind = .ed25519(try Self.ed25519(&reader))
    case "ecdsa-sha2-nistp256": kind = try Self.ecdsa(&reader, .p256)
    case "ecdsa-sha2-nistp384": kind = try Self.ecdsa(&reader, .p384)
    case "ecdsa-sha2-nistp521": kind = try Self.ecdsa(&reader, .p521)
    case "ssh-rsa":
      kind = .rsa(exponent: try reader.positiveInteger(), modulus: try reader.positiveInteger())
    case "sk-ssh-ed25519@openssh.com": kind = .ed25519(try Self.ed25519(&reader))
    case "sk-ecdsa-sha2-nistp256@openssh.com": kind = try Self.ecdsa(&reader, .p256)
    default: throw .keyType(type)
    }
    application = type.hasPrefix("sk-") ? Array(try reader.string()) : nil
    guard reader.isAtEnd else { throw .trailingBytes }
    blob = Array(bytes)
  }

  private static func ed25519(_ reader: inout SSHReader) throws(SignatureError) -> [UInt8] {
    let point = try reader.string()
    guard point.count == 32 else { throw .brokenKey }
    return Array(point)
  }

  private static func ecdsa(_ reader: inout SSHReader, _ curve: EllipticCurve) throws(SignatureError) -> Kind {
    guard try reader.name() == curve.rawValue else { throw .brokenKey }
    let point = try reader.string()
    guard point.count == 1 + 2 * curve.width, point.first == 4 else { throw .brokenKey }
    return .ecdsa(curve, point: Array(point))
  }

  /// Whether its numbers make a key, as far as that can be seen.
  var isWhole: Bool {
    switch kind {
    case .ed25519: return true
    case .ecdsa(let curve, let point):
      guard let key = unsafe EllipticCurve.key(point, on: curve) else { return false }
      unsafe EC_KEY_free(key)
      return true
    // An even exponent, or 1, makes no key; a huge one makes work.
    case .rsa(let exponent, let modulus):
      return exponent.last.map { $0 & 1 == 1 } == true && exponent != [1] && exponent.count <= 8
        && modulus.count <= 2048
    }
  }

  /// `nil` for another key than RSA.
  package var rsaBits: Int? {
    guard case .rsa(_, let modulus) = kind, let first = modulus.first else { return nil }
    return modulus.count * 8 - first.leadingZeroBitCount
  }

  /// As `ssh-keygen -l` shows it: `SHA256:` and 43 letters.
  package var fingerprint: String { "SHA256:" + Base64.text(of: SHA2.sha256(blob)).prefix { $0 != "=" } }

  /// As a line of a `.pub` file has it, without a comment.
  package var text: String { "\(type) \(Base64.text(of: blob))" }

  /// Kinds of keys that ssh knows and that sign no approval; a line with one is in order and says nothing.
  static let unsupportedTypes: Set<String> = ["ssh-dss", "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"]

  static let types = [
    "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  package static func == (left: Self, right: Self) -> Bool { left.blob == right.blob }

  package func hash(into hasher: inout Hasher) { hasher.combine(blob) }
}
