package enum Verdict: String, Sendable, CaseIterable {
  case pass
  case fail
  case incomplete

  /// A proven mismatch is a mismatch, whatever else could not be seen.
  package init(_ findings: [Finding], unseen: [Incompleteness]) {
    let isWrong = findings.contains { $0.severity == .error && $0.isOpen }
    self = isWrong ? .fail : unseen.isEmpty ? .pass : .incomplete
  }
}
