import Foundation
import TestSupport

/// How a check ended, and what its report says.
struct CheckOutcome: CustomStringConvertible {
  let result: ProgramResult

  var status: Int32 { result.status }

  var description: String { result.description }

  /// - Throws: `DecodingError` when standard output is no report.
  func report() throws -> WrittenReport {
    try JSONDecoder().decode(WrittenReport.self, from: Data(result.outputBytes))
  }
}

/// The parts of `relscope.report/1` that the tests read: a reader of the format, and not the program's own types.
struct WrittenReport: Decodable, Equatable {
  struct Named: Decodable, Equatable {
    let name: String
    let id: String?
  }

  struct Range: Decodable, Equatable {
    let base: Named
    let release: Named
    let commits: Int
    let merges: Int
    let merge: String?
  }

  struct Document: Decodable, Equatable {
    let name: String
    let from: String
  }

  struct Ticket: Decodable, Equatable {
    let key: String
    let planned: Bool
    let state: String
  }

  struct Approval: Decodable, Equatable {
    let role: String
    let state: String
    let reason: String?
  }

  struct Finding: Decodable, Equatable {
    let rule: String
    let severity: String
    let ticket: String?
    let commits: [String]
    let message: String
    let help: String
    let waiver: Waiver?
    let baseline: Waiver?
  }

  struct Exempt: Decodable, Equatable {
    let commit: String
    let reason: String
  }

  struct Match: Decodable, Equatable {
    let commit: String
    let `as`: String
    let by: String
  }

  struct Waiver: Decodable, Equatable {
    let reason: String
  }

  struct Incompleteness: Decodable, Equatable {
    let reason: String
    let message: String
    let help: String
  }

  let schema: String
  let verdict: String
  let version: String?
  let range: Range
  let manifest: Document?
  let policy: Document?
  let tickets: [Ticket]
  let untracked: [String]
  let exempt: [Exempt]
  let alreadyOnBase: [Match]
  let approvals: [Approval]?
  let findings: [Finding]
  let incomplete: [Incompleteness]
  let remarks: [String]

  /// `unplanned-ticket SHOP-9`, in the order of the report; those that a waiver covers end in `(waived)`.
  var differences: [String] {
    findings.map { finding in
      [finding.rule, finding.ticket, finding.waiver == nil ? nil : "(waived)"].compactMap(\.self).joined(separator: " ")
    }
  }

  func findings(of rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

  var states: [String: String] {
    Dictionary(tickets.map { ($0.key, $0.state) }) { first, _ in first }
  }
}
