package import ReleaseScope

/// Whose keys count: a file in OpenSSH's form `allowed_signers`.
package struct AllowedSigners: Sendable {
  package static let path = ".relscope-signers"
  static let sizeLimit = 1 << 20

  /// In the order of the file.
  package let signers: [Signer]

  /// Reads a file, more strictly than OpenSSH: what that passes over in silence is an error.
  ///
  /// - Parameter name: For errors.
  /// - Throws: ``SignersError`` with the line.
  /// - Complexity: Linear.
  package init(parsing bytes: [UInt8], name: String = Self.path) throws(SignersError) {
    guard bytes.count <= Self.sizeLimit else {
      throw SignersError(name: name, line: 1, reason: .tooLarge(limit: Self.sizeLimit))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw SignersError(name: name, line: 1, reason: .byteOrderMark) }
    var signers: [Signer] = []
    for (number, bytes) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      do throws(SignersError.Reason) {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { throw .notText }
        if let signer = try SignerLine.read(text, line: number + 1) { signers.append(signer) }
      } catch {
        throw SignersError(name: name, line: number + 1, reason: error)
      }
    }
    self.signers = signers
  }

  /// The line by which a key is somebody's; else why none is.
  package func signer(
    _ principal: String, _ key: SigningKey, namespace: String = SSHSignature.namespace, at time: Instant
  ) -> Result<Signer, UnknownSigner> {
    var refusals: [Signer.Refusal] = []
    for signer in signers where signer.key == key {
      guard let refusal = signer.refusal(principal, namespace, at: time) else { return .success(signer) }
      refusals.append(refusal)
    }
    return .failure(UnknownSigner(refusal: refusals.first { $0 != .otherPerson } ?? refusals.first))
  }

  /// Those to whom the lines of a key give it by name, or by a pattern that one of `candidates` matches; in order, each
  /// once.
  package func principals(of key: SigningKey, among candidates: [String], at time: Instant) -> [String] {
    var found: [String] = []
    for candidate in candidates where !found.contains(candidate) {
      if case .success = signer(candidate, key, at: time) { found.append(candidate) }
    }
    return found
  }
}

/// Why a key is nobody's of whom it was asked.
package struct UnknownSigner: Error, Equatable {
  /// `nil` if no line has the key.
  package let refusal: Signer.Refusal?

  /// Completes "the key".
  package var message: String { refusal?.message ?? "is in no line of \(AllowedSigners.path)" }
}

extension SignersError.Reason: Error {}
