package import ReleaseScope

/// An approval that the policy asks for.
package struct ApprovalFact: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case holds
    case missing
    /// It was given and does not hold; says why.
    case void(String)
  }

  package var role: String
  package var state: State
  package var by: String?
  package var time: Instant?

  package init(role: String, state: State, by: String? = nil, time: Instant? = nil) {
    self.role = role
    self.state = state
    self.by = by
    self.time = time
  }
}
