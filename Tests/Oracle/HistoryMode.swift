/// How the commits of a random history word what they do.
package enum HistoryMode: String, CaseIterable, Sendable {
  /// As git itself does.
  case git
  /// In all the forms that people, forges and tools have.
  case all
  /// The same, with what is rare: batches and other forms of merging bots, reverts that change nothing, merges with
  /// changes of their own.
  case wide
  /// As `all`, with branches for several tickets, and parts of squashes that are taken back.
  case parts
}
