package import ReleaseScope

/// How far a release is through its fourteen steps.
///
/// Equal facts give an equal value: nothing of the clock or the machine is in it.
package struct ReleaseProcess: Equatable, Sendable {
  package var version: VersionName
  /// As the manifest has them: `2026-11-02`.
  package var startDate: String?
  package var releaseDate: String?
  /// All fourteen, in their order.
  package var rows: [StepRow]
  package var contradictions: [Contradiction]
  /// What the reader should know of how the answer came about: what was not asked, and what would tell.
  package var remarks: [String]

  package init(
    version: VersionName, startDate: String? = nil, releaseDate: String? = nil, rows: [StepRow],
    contradictions: [Contradiction] = [], remarks: [String] = []
  ) {
    self.version = version
    self.startDate = startDate
    self.releaseDate = releaseDate
    self.rows = rows
    self.contradictions = contradictions
    self.remarks = remarks
  }

  package init(_ facts: ProcessFacts) {
    version = facts.version
    startDate = facts.evidence?.versions?.compactMap(\.startDate).min() ?? facts.manifest?.version.startDate
    releaseDate = facts.evidence?.versions?.compactMap(\.releaseDate).max() ?? facts.manifest?.version.releaseDate
    rows = ProcessStep.allCases.map { facts.row($0) }
    contradictions = OrderRule.all.flatMap { rule in rule.find(facts).map { Contradiction(rule.steps, $0) } }
      .sorted { $0.steps[0] < $1.steps[0] }
    remarks = []
    if facts.evidence == nil {
      remarks.append("only git and the manifest were read: --fetch asks Jira and the forge")
    }
    if facts.evidence != nil, !facts.isEvidenceSealed {
      remarks.append("the evidence has no seal: nobody can tell whether it is as it was fetched")
    }
    if let plan = releaseDate.flatMap({ Day(parsing: $0) }), let merge = facts.newestMerge,
      merge.time.day.number > plan.number + 1
    {
      remarks.append("the release was merged on \(merge.time.day), and planned for \(plan)")
    }
    for followUp in facts.followUps {
      let tickets = followUp.tickets.isEmpty ? "no ticket yet" : followUp.tickets.names
      remarks.append("\(followUp.version) follows it, with \(tickets)\(followUp.isReleased ? ", and is released" : "")")
    }
    if let before = facts.manifest?.follows { remarks.append("it follows \(before), and mends what that one broke") }
    for contradiction in contradictions {
      guard let step = contradiction.steps.first, let place = rows.firstIndex(where: { $0.step == step }) else {
        continue
      }
      rows[place].contradict()
    }
  }

  /// What the open steps wait for, in their order: no step waits for one that is further on.
  package var waiting: [StepRow] { rows.filter { !$0.isDone && !$0.waitsFor.isEmpty } }

  /// The last step up to which all are done; `nil` if the first is not.
  package var reached: ProcessStep? { rows.prefix(while: \.isDone).last?.step }

  package subscript(step: ProcessStep) -> StepRow { rows[step.rawValue - 1] }

  /// What a gate on some of the steps says: not done outranks not known.
  package func verdict(on steps: ClosedRange<Int>) -> Verdict {
    let states = rows.filter { steps.contains($0.step.rawValue) }.map(\.state)
    if states.contains(where: { $0 == .notYet || $0 == .contradicted }) { return .fail }
    return states.contains(.unknown) ? .incomplete : .pass
  }
}

extension StepRow {
  fileprivate mutating func contradict() {
    state = .contradicted
    if waitsFor.isEmpty { waitsFor = step.owner.split(separator: ",").map { String($0.drop { $0 == " " }) } }
  }
}

extension ProcessFacts {
  fileprivate func row(_ step: ProcessStep) -> StepRow {
    switch step {
    case .testing: testing
    case .readiness: readiness
    case .version: versionCreated
    case .assignment: assignment
    case .releaseTicket: releaseTicketMade
    case .pullRequest: pullRequest
    case .comparison: comparison
    case .scopeTold: scopeTold
    case .merge: merge
    case .notes: notesSent
    case .production: runsOnProduction
    case .closing: ticketsClosed
    case .results: resultsSent
    case .versionClosed: versionIsClosed
    }
  }
}
