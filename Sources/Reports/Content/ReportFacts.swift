import ReleaseScope

/// What a report was made from, as labelled lines.
struct ReportFacts {
  struct Fact: Equatable {
    let label: String
    let text: String
  }

  let facts: [Fact]

  init(_ report: ScopeReport) {
    var facts: [Fact] = []
    if report.parts.isEmpty { facts.append(Fact(label: "range", text: Self.range(report.range))) }
    for part in report.parts {
      facts.append(
        Fact(label: part.verdict.rawValue, text: "\(part.name): \(Self.range(part.range))"))
    }
    let isRead = report.range.base.id != nil || !report.parts.isEmpty
    let sealBroken = report.findings.contains { $0.rule == .brokenSeal }
    facts.append(
      Fact(
        label: "manifest", text: report.manifest.map { Self.document($0, sealBroken) } ?? (isRead ? "none" : "not read")
      ))
    if report.parts.isEmpty {
      let none = isRead ? "none, the defaults hold" : "not read"
      facts.append(Fact(label: "policy", text: report.policy.map { Self.document($0, false) } ?? none))
    }
    if let baseline = report.baseline { facts.append(Fact(label: "baseline", text: Self.document(baseline, false))) }
    facts.append(Fact(label: "scope", text: Self.scope(report)))
    for approval in report.approvals.prefix(ApprovalText.most) {
      facts.append(Fact(label: "approval", text: ApprovalText.line(approval)))
    }
    if report.approvals.count > ApprovalText.most {
      facts.append(Fact(label: "approval", text: "and \(report.approvals.count - ApprovalText.most) more"))
    }
    for review in report.reviews.suffix(ApprovalText.most) {
      facts.append(Fact(label: "review", text: ReviewText.line(review, head: report.range.release.id)))
    }
    if report.reviews.count > ApprovalText.most {
      facts.append(Fact(label: "review", text: "and \(report.reviews.count - ApprovalText.most) earlier"))
    }
    switch report.stage {
    case .push: facts.append(Fact(label: "stage", text: "push: what is not there yet does not fail"))
    case .merge: break
    }
    self.facts = facts
  }

  private static func range(_ range: RangeSummary) -> String {
    let size = range.commits == 0 ? "no commits" : quantity(range.commits, "commit")
    let merges = range.merges == 0 ? "" : ", \(range.merges) of them \(range.merges == 1 ? "a merge" : "merges")"
    let merge = range.merge.map { ", merged by \($0.abbreviated)" } ?? ""
    return "\(range.base.described) to \(range.release.described), \(size)\(merges)\(merge)"
  }

  private static func document(_ document: DocumentSummary, _ sealBroken: Bool) -> String {
    let source =
      switch document.from {
      case "worktree": "the work tree"
      case "file": "a file"
      default: document.from
      }
    var parts = ["\(document.name) from \(source)"]
    if let tickets = document.tickets { parts.append(quantity(tickets, "ticket")) }
    if let isSealed = document.isSealed {
      parts.append(isSealed ? "sealed" : sealBroken ? "its seal is broken" : "not sealed")
    }
    return parts.joined(separator: ", ")
  }

  private static func scope(_ report: ScopeReport) -> String {
    let counts = report.counts
    guard report.manifest != nil else {
      let seen = report.tickets.count { TicketGroup($0) == .delivered }
      return "\(quantity(seen, "ticket")) in the range; what is planned is not known"
    }
    let planned = report.manifest?.tickets ?? report.tickets.count { $0.isPlanned }
    var parts = ["\(counts.delivered) of \(quantity(planned, "planned ticket")) delivered"]
    if counts.absent > 0 { parts.append("\(counts.absent) absent") }
    if counts.unplanned > 0 { parts.append("\(counts.unplanned) unplanned") }
    if counts.untracked > 0 { parts.append(quantity(counts.untracked, "commit without a ticket")) }
    if counts.waived > 0 { parts.append("\(counts.waived) waived") }
    if counts.known > 0 { parts.append("\(counts.known) in the baseline") }
    return parts.joined(separator: ", ")
  }
}
