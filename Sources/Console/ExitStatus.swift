package import ReleaseScope

/// Every status that the programs end with.
package enum ExitStatus: Int32, Sendable {
  case pass = 0
  case fail = 1
  case incomplete = 2
  case usage = 64
  case badData = 65
  case missing = 66
  case unavailable = 69
  case `internal` = 70
  case cannotWrite = 73
  case forbidden = 77
  case badConfiguration = 78

  package init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .pass: .pass
      case .fail: .fail
      case .incomplete: .incomplete
      }
  }

  package init(_ kind: Problem.Kind) {
    self =
      switch kind {
      case .usage: .usage
      case .badData: .badData
      case .missing: .missing
      case .unavailable: .unavailable
      case .internal: .internal
      case .cannotWrite: .cannotWrite
      case .forbidden: .forbidden
      case .badConfiguration: .badConfiguration
      }
  }
}
