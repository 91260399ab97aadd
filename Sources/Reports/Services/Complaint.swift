import ReleaseScope

/// A finding, or something that was not seen, as the services of a forge take it: with a place in a file and a name that
/// stays the same from run to run.
struct Complaint {
  /// A rule's id; for what was not seen `incomplete`.
  let rule: String
  let severity: Severity
  let title: String
  /// Clean, on one line.
  let message: String
  let help: String
  /// The file that says what is planned, or the policy: a scope has no place in the source.
  let path: String
  /// Unique in a report; made of the rule and what it is about, so that it outlives a rebase where it can.
  let fingerprint: String
  let ticket: TicketKey?
  let commits: [ObjectID]
  let waiver: Waiver?

  static let incomplete = "incomplete"

  /// What was not seen, then the findings: the worst first.
  static func all(_ report: ScopeReport) -> [Complaint] {
    let path = report.manifest.map(\.name).flatMap(relative) ?? report.policy.map(\.name).flatMap(relative)
    var seen: [String: Int] = [:]
    func unique(_ name: String) -> String {
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name)#\(seen[name, default: 1])"
    }
    let unseen = report.incomplete.map { part in
      Complaint(
        rule: incomplete, severity: .error, title: "not seen: \(part.reason.rawValue.replacing("-", with: " "))",
        message: clean(part.message), help: clean(part.help), path: path ?? ".relscope.yml",
        fingerprint: unique("\(incomplete)/\(part.reason.rawValue)"), ticket: nil, commits: [], waiver: nil)
    }
    let findings = report.findings.map { finding in
      let about = finding.ticket.map(\.description) ?? (finding.commits.count == 1 ? "\(finding.commits[0])" : nil)
      let subject = finding.ticket == nil ? finding.commits.first.flatMap(report.summary(of:))?.subject : nil
      return Complaint(
        rule: finding.rule.rawValue, severity: finding.severity, title: finding.rule.title,
        message: clean(finding.message) + (subject.map { ": \(finding.commits[0].abbreviated) \(clean($0))" } ?? ""),
        help: clean(finding.help), path: path ?? ".relscope.yml",
        fingerprint: unique(finding.rule.rawValue + (about.map { "/\($0)" } ?? "")), ticket: finding.ticket,
        commits: finding.commits, waiver: finding.waiver)
    }
    return unseen + findings.filter { $0.waiver == nil } + findings.filter { $0.waiver != nil }
  }

  var isOpen: Bool { waiver == nil }

  /// Why a waived finding does not count.
  var justification: String? {
    waiver.map { Self.clean("waived until \($0.expires) by \($0.approver): \($0.reason)") }
  }

  private static func clean(_ text: String) -> String { BriefText.cleaned(text) }

  /// A document's name that can be a place in the repository; `nil` for a file elsewhere.
  private static func relative(_ name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name == "-" || parts.contains { $0.isEmpty || $0 == ".." } ? nil : BriefText.cleaned(name)
  }
}
