import ReleaseScope

/// A merge by which a release came to the base.
struct ReleaseMerge: Equatable {
  let id: ObjectID
  /// What the base was before.
  let first: ObjectID
  /// What it brought: its later parents, or those of them that are the release's.
  let tips: [ObjectID]
}
