/// How much a finding weighs. Only `error` fails a check; `off` is never reported.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case error
  case warning
  case note
  case off

  /// `error` comes first.
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
