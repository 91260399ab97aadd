package import ReleaseScope

/// Something that was seen, and where.
package struct StepEvidence: Equatable, Sendable {
  package enum Source: String, CaseIterable, Sendable {
    case git
    case manifest
    /// The comparison of the release with its manifest.
    case check
    case approval
    case jira
    case forge
    case mail
    case policy
  }

  package var source: Source
  /// One sentence, lower case, without a full stop.
  package var text: String
  package var url: String?
  package var time: Instant?
  /// A name or an address.
  package var by: String?

  package init(_ source: Source, _ text: String, url: String? = nil, time: Instant? = nil, by: String? = nil) {
    self.source = source
    self.text = text
    self.url = url
    self.time = time
    self.by = by
  }
}
