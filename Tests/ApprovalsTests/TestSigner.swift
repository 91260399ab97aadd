import ReleaseScope

import Approvals
import CLibcrypto

/// Somebody with an Ed25519 key that is always the same.
struct TestSigner {
  let name: String
  private let seed: [UInt8]
  private let point: [UInt8]

  init(_ name: String, seed: UInt8) {
    self.name = name
    self.seed = [UInt8](repeating: seed, count: 32)
    let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, self.seed, 32)
    defer { unsafe EVP_PKEY_free(key) }
    var point = [UInt8](repeating: 0, count: 32)
    var count = 32
    _ = unsafe EVP_PKEY_get_raw_public_key(key, &point, &count)
    self.point = point
  }

  private var publicKey: [UInt8] { Self.string(Array("ssh-ed25519".utf8)) + Self.string(point) }

  /// The line of a signers file.
  var line: String { "\(name)@example.com ssh-ed25519 \(Base64.text(of: publicKey))" }

  func sign(_ payload: ApprovalPayload, namespace: String = SSHSignature.namespace) -> ApprovalRecord {
    let parts = [Array(namespace.utf8), [], Array("sha256".utf8), SHA2.sha256(payload.bytes)]
    let signature = signature(of: Array("SSHSIG".utf8) + parts.flatMap(Self.string))
    let proof = Self.string(Array("ssh-ed25519".utf8)) + Self.string(signature)
    let head = Array("SSHSIG".utf8) + [0, 0, 0, 1]
    let rest = [publicKey, Array(namespace.utf8), [], Array("sha256".utf8), proof].flatMap(Self.string)
    return ApprovalRecord(payload, signature: head + rest)
  }

  private func signature(of bytes: [UInt8]) -> [UInt8] {
    let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32)
    defer { unsafe EVP_PKEY_free(key) }
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = 64
    _ = unsafe EVP_DigestSignInit(context, nil, nil, nil, key)
    _ = unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count)
    return signature
  }

  private static func string(_ bytes: [UInt8]) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
  }
}
