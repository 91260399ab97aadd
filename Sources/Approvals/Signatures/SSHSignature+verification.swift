import CLibcrypto
package import ReleaseScope

extension SSHSignature {
  /// Verifies that the key signed a text. Nothing is said of whose key it is.
  ///
  /// - Parameters:
  ///   - text: The bytes that were signed.
  ///   - namespace: What it must be signed for.
  /// - Throws: ``SignatureError``: ``SignatureError/wrong`` for a signature of another text, and a reason of its own
  ///   for what is not strong enough.
  /// - Complexity: Up to a millisecond, by kind of key.
  package func verify(
    _ text: [UInt8], namespace: String = Self.namespace, demands: KeyDemands = KeyDemands()
  ) throws(SignatureError) {
    guard self.namespace == namespace else { throw .otherNamespace(self.namespace) }
    guard key.isWhole else { throw .brokenKey }
    if let bits = key.rsaBits, bits < demands.rsaBits { throw .shortKey(bits: bits, least: demands.rsaBits) }
    var signed = signedBytes(of: text)
    if let application = key.application, let presence {
      guard presence.isTouched else { throw .noTouch }
      guard presence.isVerified || !demands.pin else { throw .noPIN }
      let counter = (0..<4).map { UInt8(truncatingIfNeeded: presence.counter >> (24 - 8 * UInt32($0))) }
      signed = SHA2.sha256(application) + [presence.flags] + counter + SHA2.sha256(signed)
    }
    let isRight =
      switch (key.kind, proof) {
      case (.ed25519(let point), .ed25519(let signature)): try Self.isRight(ed25519: signature, of: signed, by: point)
      case (.ecdsa(let curve, let point), .ecdsa(let r, let s)):
        try Self.isRight(ecdsa: (r, s), of: curve.digest(signed), by: point, on: curve)
      case (.rsa(let exponent, let modulus), .rsa(let hash, let signature)):
        try Self.isRight(rsa: signature, hash, of: signed, by: (exponent, modulus))
      default: throw .malformed
      }
    guard isRight else { throw .wrong }
  }

  private static func isRight(
    ed25519 signature: [UInt8], of text: [UInt8], by point: [UInt8]
  ) throws(SignatureError) -> Bool {
    // The only kind that libcrypto has no function of its own for; the settings of the machine are no business of it.
    _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    guard let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, point, point.count) else {
      throw .brokenKey
    }
    defer { unsafe EVP_PKEY_free(key) }
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { throw .brokenKey }
    return unsafe EVP_DigestVerify(context, signature, signature.count, text, text.count) == 1
  }

  private static func isRight(
    ecdsa signature: (r: [UInt8], s: [UInt8]), of digest: [UInt8], by point: [UInt8], on curve: EllipticCurve
  ) throws(SignatureError) -> Bool {
    guard let key = unsafe EllipticCurve.key(point, on: curve) else { throw .brokenKey }
    defer { unsafe EC_KEY_free(key) }
    guard signature.r.count <= curve.width, signature.s.count <= curve.width else { throw .malformed }
    guard let pair = unsafe ECDSA_SIG_new() else { return false }
    defer { unsafe ECDSA_SIG_free(pair) }
    // It takes the two numbers over.
    guard unsafe ECDSA_SIG_set0(pair, number(signature.r), number(signature.s)) == 1 else { return false }
    return unsafe ECDSA_do_verify(digest, Int32(digest.count), pair, key) == 1
  }

  private static func isRight(
    rsa signature: [UInt8], _ hash: Hash, of text: [UInt8], by key: (exponent: [UInt8], modulus: [UInt8])
  ) throws(SignatureError) -> Bool {
    guard let rsa = unsafe RSA_new() else { return false }
    defer { unsafe RSA_free(rsa) }
    guard unsafe RSA_set0_key(rsa, number(key.modulus), number(key.exponent), nil) == 1 else { throw .brokenKey }
    let (digest, identifier) =
      switch hash {
      case .sha256: (SHA2.sha256(text), NID_sha256)
      case .sha512: (SHA2.sha512(text), NID_sha512)
      }
    // Some programs leave the zeros in front away.
    let whole = [UInt8](repeating: 0, count: key.modulus.count - signature.count) + signature
    return unsafe RSA_verify(identifier, digest, UInt32(digest.count), whole, UInt32(whole.count), rsa) == 1
  }

  private static func number(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe BN_bin2bn(bytes, Int32(bytes.count), nil)
  }
}
