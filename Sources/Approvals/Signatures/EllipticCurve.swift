import CLibcrypto

/// The curves of NIST that ssh knows.
enum EllipticCurve: String, CaseIterable, Sendable {
  case p256 = "nistp256"
  case p384 = "nistp384"
  case p521 = "nistp521"

  /// Bytes of a coordinate.
  var width: Int {
    switch self {
    case .p256: 32
    case .p384: 48
    case .p521: 66
    }
  }

  /// libcrypto's number of the curve.
  var identifier: Int32 {
    switch self {
    case .p256: NID_X9_62_prime256v1
    case .p384: NID_secp384r1
    case .p521: NID_secp521r1
    }
  }

  /// The digest that is signed: the curve says which, not the signature.
  func digest(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .p256: SHA2.sha256(bytes)
    case .p384: SHA2.sha384(bytes)
    case .p521: SHA2.sha512(bytes)
    }
  }

  /// - Parameter point: Uncompressed.
  /// - Returns: libcrypto's key, which the caller frees; `nil` for a point that is not on the curve.
  static func key(_ point: [UInt8], on curve: Self) -> OpaquePointer? {
    guard let key = unsafe EC_KEY_new_by_curve_name(curve.identifier) else { return nil }
    // The curves have no other points than those of their group, so this is all that there is to check.
    guard unsafe EC_KEY_oct2key(key, point, point.count, nil) == 1 else {
      unsafe EC_KEY_free(key)
      return nil
    }
    return unsafe key
  }
}
