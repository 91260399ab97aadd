import Approvals

/// What is to be thought of each signature in `Vectors`.
struct Vector: Sendable, CustomStringConvertible {
  /// The file, without `.sig`.
  let name: String
  let principal: String
  /// `nil` for a right signature.
  let error: SignatureError?
  /// Whether ssh-keygen takes it.
  let isTakenBySSH: Bool

  var description: String { name }

  static func right(_ name: String, by signer: String? = nil) -> Vector {
    Vector(name: name, principal: "\(signer ?? name)@example.com", error: nil, isTakenBySSH: true)
  }

  static func wrong(_ name: String, by signer: String = "ed25519", _ error: SignatureError) -> Vector {
    Vector(name: name, principal: "\(signer)@example.com", error: error, isTakenBySSH: false)
  }

  /// Right for ssh-keygen, and not strong enough for an approval.
  static func weak(_ name: String, by signer: String? = nil, _ error: SignatureError) -> Vector {
    Vector(name: name, principal: "\(signer ?? name)@example.com", error: error, isTakenBySSH: true)
  }

  static let all: [Vector] = [
    .right("ed25519"), .right("ed25519-sha256", by: "ed25519"),
    .right("ecdsa-256"), .right("ecdsa-384"), .right("ecdsa-521"),
    .right("rsa-3072"), .right("rsa-3072-sha256", by: "rsa-3072"), .right("rsa-4096"),
    .right("sk-ed25519-touch", by: "sk-ed25519"), .right("sk-ed25519-pin", by: "sk-ed25519"),
    .right("sk-ecdsa-touch", by: "sk-ecdsa"),
    .right("armor-trailing-text", by: "ed25519"), .right("armor-no-last-line-end", by: "ed25519"),
    .right("armor-one-line", by: "ed25519"),
    .weak("rsa-2048", .shortKey(bits: 2048, least: 3072)), .weak("rsa-1024", .shortKey(bits: 1024, least: 3072)),
    .weak("sk-ed25519-no-touch", by: "sk-ed25519", .noTouch),
    .weak("sk-ed25519-pin-no-touch", by: "sk-ed25519", .noTouch),
    .weak("sk-ecdsa-no-touch", by: "sk-ecdsa", .noTouch),
    .weak("dsa", .keyType("ssh-dss")), .weak("certificate", .certificate("ssh-ed25519-cert-v01@openssh.com")),
    .wrong("armor-crlf", .noArmor), .wrong("armor-no-end", .noArmor), .wrong("armor-text-before", .noArmor),
    .wrong("other-text", .wrong), .wrong("bit-flipped", .wrong), .wrong("other-hash-named", .wrong),
    .wrong("other-namespace", .otherNamespace("git")), .wrong("no-namespace", .emptyNamespace),
    .wrong("trailing-bytes", .trailingBytes), .wrong("version-2", .version(2)), .wrong("hash-sha1", .hash("sha1")),
    .wrong("reserved", by: "reserved", .reserved), .wrong("rsa-sha1", by: "rsa-sha1", .sha1),
    .wrong("sk-ed25519-flags-changed", by: "sk-ed25519", .wrong),
    .wrong("sk-ed25519-other-application", by: "sk-ed25519", .wrong),
    .wrong("off-curve", by: "ecdsa-256", .brokenKey),
    // Right in itself, by a key that is in no line.
    .wrong("stranger", .otherKey),
  ]
}
