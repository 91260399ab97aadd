/// How far a step is. Silence is never ``done``.
package enum StepState: String, CaseIterable, Sendable {
  case done
  case notYet = "not-yet"
  /// Nothing that was seen tells.
  case unknown
  /// What was seen cannot all be right.
  case contradicted
}

/// One step of a release and what tells how far it is.
package struct StepRow: Equatable, Sendable {
  package var step: ProcessStep
  package var state: StepState
  /// What is most telling comes first; never empty.
  package var evidence: [StepEvidence]
  /// Who has to act, by role or by name; empty for a step that is done.
  package var waitsFor: [String]

  package init(_ step: ProcessStep, _ state: StepState, _ evidence: [StepEvidence], waitsFor: [String] = []) {
    self.step = step
    self.state = state
    self.evidence = evidence
    self.waitsFor = waitsFor
  }

  package var isDone: Bool { state == .done }
}
