/// Why a key or a signature of ssh is not taken.
package enum SignatureError: Error, Hashable, Sendable {
  /// It ends within a piece.
  case truncated
  case trailingBytes
  case tooLong(limit: Int)
  /// It does not begin as such a signature does.
  case noSignature
  case noArmor
  case malformed
  case version(UInt32)
  case emptyNamespace
  case otherNamespace(String)
  /// Something is in the place that is kept for later versions.
  case reserved
  case hash(String)
  case certificate(String)
  case keyType(String)
  /// The algorithm is none of the key's.
  case algorithm(String, key: String)
  case sha1
  /// A point that is not on the curve, or numbers that make no key.
  case brokenKey
  case shortKey(bits: Int, least: Int)
  case otherKey
  /// Nobody touched the security key.
  case noTouch
  /// The security key asked for no PIN and no finger.
  case noPIN
  /// The signature is of something else.
  case wrong

  /// Completes "the signature ...".
  package var message: String {
    switch self {
    case .truncated: "ends too early"
    case .trailingBytes: "has bytes after its end"
    case .tooLong(let limit): "is longer than \(limit) bytes"
    case .noSignature: "is none of ssh (SSHSIG)"
    case .noArmor: "does not stand between BEGIN SSH SIGNATURE and END SSH SIGNATURE"
    case .malformed: "is malformed"
    case .version(let version): "has the unknown version \(version)"
    case .emptyNamespace: "has no namespace"
    case .otherNamespace(let namespace): "is for '\(namespace)', not for '\(SSHSignature.namespace)'"
    case .reserved: "has something where nothing is expected yet"
    case .hash(let name): "uses the hash '\(name)', not sha256 or sha512"
    case .certificate(let type): "is made with a certificate (\(type)), which is not supported"
    case .keyType(let type): "is made with a key of the type '\(type)', which is not supported"
    case .algorithm(let algorithm, let key): "is of the kind '\(algorithm)', which a key '\(key)' does not make"
    case .sha1: "uses SHA-1"
    case .brokenKey: "has a key that is none"
    case .shortKey(let bits, let least): "is made with an RSA key of \(bits) bits; at least \(least) are needed"
    case .otherKey: "is made with another key"
    case .noTouch: "is made by a security key that nobody touched"
    case .noPIN: "is made by a security key without a PIN, which the policy asks for"
    case .wrong: "is not of this text"
    }
  }
}
