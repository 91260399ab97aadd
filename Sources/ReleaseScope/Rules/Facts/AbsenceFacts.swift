/// What a rule sees whose findings rest on what was not seen: in the range, or elsewhere.
struct AbsenceFacts: Sendable {
  let documents: DocumentFacts
  let range: RangeFacts
  let planned: PlannedScope
  let elsewhere: ElsewhereFacts
}
