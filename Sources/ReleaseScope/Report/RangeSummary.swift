package struct RangeSummary: Equatable, Sendable {
  package var base: RangeEnd
  package var release: RangeEnd
  package var commits: Int
  package var merges: Int
  /// The merge that brought the release in, when an already merged release is judged.
  package var merge: ObjectID?

  package init(base: RangeEnd, release: RangeEnd, commits: Int, merges: Int, merge: ObjectID? = nil) {
    self.base = base
    self.release = release
    self.commits = commits
    self.merges = merges
    self.merge = merge
  }

  package init(base: NamedCommit, release: NamedCommit, commits: Int, merges: Int, merge: ObjectID? = nil) {
    self.init(
      base: RangeEnd(name: base.name, id: base.id), release: RangeEnd(name: release.name, id: release.id),
      commits: commits, merges: merges, merge: merge)
  }
}

/// One side of a range: the name by which it was found, and its commit.
package struct RangeEnd: Equatable, Sendable {
  package var name: String
  /// `nil` where nothing could be compared, since a CI service's clone lacks it, and in a merged report.
  package var id: ObjectID?

  package init(name: String, id: ObjectID?) {
    self.name = name
    self.id = id
  }
}
