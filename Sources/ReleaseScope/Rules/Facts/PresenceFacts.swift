/// What a rule sees whose findings rest on commits that were seen in the range.
struct PresenceFacts: Sendable {
  let documents: DocumentFacts
  let range: RangeFacts
  let planned: PlannedScope
}
