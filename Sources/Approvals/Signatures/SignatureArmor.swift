import ReleaseScope

/// The text form of a signature: base64 between two lines, as `ssh-keygen` writes it.
package enum SignatureArmor {
  private static let begin = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let end = Array("-----END SSH SIGNATURE-----".utf8)

  /// The bytes of the signature. Its lines may be of any length, and something may follow it, as for `ssh-keygen`.
  ///
  /// - Throws: ``SignatureError/noArmor``, also for line ends of Windows.
  package static func blob(in text: [UInt8]) throws(SignatureError) -> [UInt8] {
    guard text.count <= 4 * SSHSignature.sizeLimit else { throw .tooLong(limit: 4 * SSHSignature.sizeLimit) }
    guard text.starts(with: begin) else { throw .noArmor }
    let rest = text[begin.count...]
    guard
      let line = rest.indices.first(where: {
        $0 > rest.startIndex && rest[$0 - 1] == 10 && rest[$0...].starts(with: end)
      }),
      let blob = Base64.bytes(of: rest[..<line].filter { $0 != 10 })
    else { throw .noArmor }
    return blob
  }

  package static func text(of blob: [UInt8]) -> String {
    var text = String(decoding: begin, as: UTF8.self)
    var rest = Base64.text(of: blob)[...]
    while !rest.isEmpty {
      text += rest.prefix(70) + "\n"
      rest = rest.dropFirst(70)
    }
    return text + String(decoding: end, as: UTF8.self) + "\n"
  }
}
