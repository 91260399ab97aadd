/// The findings of several reports: what all say is said once, what some say ends in their names.
struct MergedFindings {
  let findings: [Finding]

  /// - Parameter delivered: The tickets that some report delivers; they are not missing anywhere.
  init(_ parts: [ReportMerge.Part], delivered: Set<TicketKey>) {
    var places: [Key: Int] = [:]
    var merged: [(finding: Finding, names: [String])] = []
    for part in parts {
      for finding in part.report.findings {
        guard let finding = Self.left(of: finding, delivered: delivered) else { continue }
        let key = Key(rule: finding.rule, ticket: finding.ticket, commits: finding.commits, message: finding.message)
        if let place = places[key] {
          merged[place].names.append(part.name)
          merged[place].finding = Self.worse(merged[place].finding, finding)
        } else {
          places[key] = merged.count
          merged.append((finding, [part.name]))
        }
      }
    }
    findings = merged.map { finding, names in
      var finding = finding
      if Set(names).count < parts.count { finding.message += " (\(names.unique.joined(separator: ", ")))" }
      return finding
    }.sorted(by: Finding.areInReadingOrder)
  }

  private struct Key: Hashable {
    let rule: RuleID
    let ticket: TicketKey?
    let commits: [ObjectID]
    let message: String
  }

  /// `nil` for a finding that the other reports disprove.
  private static func left(of finding: Finding, delivered: Set<TicketKey>) -> Finding? {
    guard let ticket = finding.ticket, delivered.contains(ticket) else { return finding }
    if finding.rule == .missingTicket { return nil }
    guard finding.rule == .unmergedWork else { return finding }
    // There is more of the ticket than what was delivered: somebody should look.
    var finding = finding
    finding.severity = max(finding.severity, .warning)
    return finding
  }

  /// The one that nobody has accepted, then the one that weighs more.
  private static func worse(_ left: Finding, _ right: Finding) -> Finding {
    if left.isOpen != right.isOpen { return left.isOpen ? left : right }
    return right.severity < left.severity ? right : left
  }
}
