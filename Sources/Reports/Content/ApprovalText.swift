import ReleaseScope

/// An approval in one line of text, for any format.
enum ApprovalText {
  /// How many are told of a report: of those that are void there may be as many as somebody likes to write.
  static let most = 20

  /// `tech-lead: lead@example.com approved 1a2b3c4d5e on 2026-11-20, until 2026-12-20`.
  static func line(_ approval: ApprovalReport) -> String {
    guard approval.state != .missing else { return "\(approval.role): nobody" }
    let approver = approval.approver ?? "somebody"
    let head = approval.head.map { " \($0.abbreviated)" } ?? ""
    let day = approval.time.map { " on \($0.day)" } ?? ""
    let until = approval.until.map { ", until \($0)" } ?? ""
    let despite = approval.despite.map { ", although the check did not pass: \($0)" } ?? ""
    let void = approval.detail.map { "; void: \($0)" } ?? ""
    let since = approval.since.isEmpty ? "" : ", \(quantity(approval.since.count, "commit")) since"
    return "\(approval.role): \(approver) approved\(head)\(day)\(until)\(despite)\(void)\(since)"
  }
}
