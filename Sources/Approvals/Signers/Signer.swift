package import ReleaseScope

/// A line of a signers file: a key, whose it is, and what it may sign when.
package struct Signer: Sendable {
  /// From 1.
  package let line: Int
  let principals: PatternList
  /// `nil` for any.
  let namespaces: PatternList?
  let validAfter: Instant?
  let validBefore: Instant?
  /// Whether the key signs certificates, not texts.
  let isAuthority: Bool
  /// `nil` for a kind of key that signs no approvals.
  package let key: SigningKey?

  /// Why the line does not let somebody sign; `nil` if it does.
  func refusal(_ principal: String, _ namespace: String, at time: Instant) -> Refusal? {
    if isAuthority { return .authority }
    guard principals.matches(principal) else { return .otherPerson }
    guard principals.names(principal) else { return .anybody }
    if let namespaces, !namespaces.matches(namespace) { return .namespace }
    if let validAfter, time < validAfter { return .notYet(validAfter) }
    if let validBefore, time > validBefore { return .noLonger(validBefore) }
    return nil
  }

  package enum Refusal: Equatable, Sendable {
    case authority
    case otherPerson
    case anybody
    case namespace
    case notYet(Instant)
    case noLonger(Instant)

    /// Completes "the key".
    package var message: String {
      switch self {
      case .authority: "signs certificates, which are not supported"
      case .otherPerson: "is another person's"
      case .anybody: "is anybody's: the signers file gives it to '*'"
      case .namespace: "may not sign for '\(SSHSignature.namespace)'"
      case .notYet(let time): "is valid from \(time) on"
      case .noLonger(let time): "was valid until \(time)"
      }
    }
  }
}
