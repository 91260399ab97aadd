/// Whether a hook that is not relscope's own hands on to it.
package enum Handover: Equatable, Sendable {
  /// A manager's configuration says so, read as the manager reads it; or a trial has shown it.
  case known
  /// It may, and nobody has tried; with what speaks for it, or what stands in the way of reading it.
  case unknown(String)
  /// It does not; with what switches it off, where it is there.
  case none(String?)

  /// The better of two: what one entry does not do, another one may.
  func or(_ other: @autoclosure () -> Handover) -> Handover {
    switch self {
    case .known: return self
    case .unknown:
      if other() == .known { return .known }
      return self
    case .none(let reason):
      let other = other()
      if case .none(nil) = other { return .none(reason) }
      return other
    }
  }
}
