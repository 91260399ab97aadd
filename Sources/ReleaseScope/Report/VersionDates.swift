/// The days that the manifest has for the version, as they are written there: `2026-11-30`.
package struct VersionDates: Equatable, Sendable {
  package var start: String?
  package var release: String?

  /// - Returns: `nil` where nobody planned a day.
  package init?(start: String?, release: String?) {
    guard start != nil || release != nil else { return nil }
    self.start = start
    self.release = release
  }
}
