/// One of the reports that a merged one was made of.
package struct ReportPart: Equatable, Sendable {
  /// The repository's name, or the file's.
  package var name: String
  package var verdict: Verdict
  package var range: RangeSummary
  package var policy: DocumentSummary?

  package init(name: String, verdict: Verdict, range: RangeSummary, policy: DocumentSummary?) {
    self.name = name
    self.verdict = verdict
    self.range = range
    self.policy = policy
  }
}
