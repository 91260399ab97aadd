@testable import ReleaseScope

/// What is left of commits that change one path each.
extension RemainsAtTips {
  init(
    _ remains: [ScopeAnswers.CommitInTree: Remains], alike: Set<ObjectID>, overwritten: [ObjectID: Set<ObjectID>],
    _ tips: NetScope.Tips
  ) {
    self.init(remains.mapValues { [$0] }, alike: alike, overwritten: overwritten, tips)
  }
}

extension NetScope {
  mutating func settle(
    _ remains: [ScopeAnswers.CommitInTree: Remains], alike: Set<ObjectID>, overwritten: [ObjectID: Set<ObjectID>],
    at tips: Tips
  ) {
    settle(remains.mapValues { [$0] }, alike: alike, overwritten: overwritten, at: tips)
  }
}
