import Gate
import InMemoryRepository
import ReleaseScope

/// The routes to the base that are told apart, and what the hooks do on each.
enum RouteTable {
  static let all = releases + parts + copies + ordinary + merges + pushes + transactions + servers

  /// What `git merge` brings, before it makes a commit, and where it is left to `git commit`.
  static let merges: [Route] = [
    Route("merge by name", .preMergeCommit) { .mergeCommit([($0.tip, "release/2.4.0")], .none) },
    Route("merge of the remote's branch", .preMergeCommit) { .mergeCommit([($0.tip, "origin/release/2.4.0")], .none) },
    Route("merge by id", .preMergeCommit) { .mergeCommit([($0.tip, "\($0.tip)")], .none) },
    Route("merge of a part by steps from the tip", .preMergeCommit) {
      .mergeCommit([($0.part, "release/2.4.0~1")], .none)
    },
    Route("merge of a part by id", .preMergeCommit) { .mergeCommit([($0.part, "\($0.part)")], .none) },
    Route("octopus merge", .preMergeCommit) {
      let feature = $0.commit("SHOP-7 A feature", on: $0.main, changing: ["feature": ["1"]])
      return .mergeCommit([(feature, "feature/SHOP-7"), ($0.tip, "release/2.4.0")], .none)
    },
    Route("pull from an address", .preMergeCommit) {
      $0.forgetBranch()
      return .mergeCommit(
        [($0.tip, "\($0.tip)")],
        $0.pending(["FETCH_HEAD": "\($0.tip)\t\tbranch 'release/2.4.0' of ../shop\n"]))
    },
    Route("merge of a feature", .preMergeCommit, .ordinary) {
      let feature = $0.commit("SHOP-7 A feature", on: $0.main, changing: ["feature": ["1"]])
      return .mergeCommit([(feature, "feature/SHOP-7")], .none)
    },
    Route("merge into another branch", .preMergeCommit, .ordinary) {
      $0.repository.symbolicReferences["HEAD"] = "refs/heads/feature/SHOP-7"
      return .mergeCommit([($0.tip, "release/2.4.0")], .none)
    },
    Route("merge with conflicts, then commit", .preCommit) {
      .commit($0.pending(["MERGE_HEAD": "\($0.tip)\n", "MERGE_MSG": "Merge branch 'release/2.4.0'\n"]))
    },
    Route("merge with a message of its own, then commit", .preCommit) {
      .commit($0.pending(["MERGE_HEAD": "\($0.tip)\n", "MERGE_MSG": "SHOP-1 Ship\n"]))
    },
    Route("squash, then commit", .preCommit) { .commit($0.squash($0.tip, staged: ["one", "two", "three"])) },
    Route("squash of a part, then commit", .preCommit) { .commit($0.squash($0.part, staged: ["one", "two"])) },
    Route("squash, and nobody knows what is staged", .preCommit) { .commit($0.squash($0.tip, staged: nil)) },
    Route("commit after a squash that was given up", .preCommit, .ordinary) {
      .commit($0.squash($0.tip, staged: ["read.me"]))
    },
    Route("commit", .preCommit, .ordinary) { _ in .commit(.none) },
  ]

  /// Moves of the base that no other hook sees.
  static let transactions: [Route] = [
    Route("squash that skips the other hooks", .referenceTransaction) {
      let squash = $0.commit("SHOP-1 Release", on: $0.main, tree: $0.merged)
      return .transaction([$0.update(squash)], $0.squash($0.tip, staged: nil))
    },
    Route("a base that is made anew", .referenceTransaction) {
      $0.repository.references["refs/heads/main"] = nil
      return .transaction([RefUpdate(name: .branch("main"), old: nil, new: $0.tip)], .none)
    },
    Route("a base that becomes a symbolic ref (git 2.46)", .referenceTransaction) { _ in
      .transaction(
        [RefUpdate(name: .branch("main"), old: nil, new: nil, target: .branch("release/2.4.0"))], .none)
    },
    Route("fast-forward to another remote's main", .referenceTransaction) {
      $0.repository.remotes.append("fork")
      $0.repository.references["refs/remotes/fork/main"] = $0.tip
      return .transaction([$0.update($0.tip)], .none)
    },
    Route("pull of the tracked remote's main", .referenceTransaction, .ordinary) {
      $0.repository.references["refs/remotes/origin/main"] = $0.tip
      return .transaction([$0.update($0.tip)], .none)
    },
    Route("pull of upstream's main in a fork", .referenceTransaction, .ordinary) {
      $0.repository.remotes.append("upstream")
      $0.repository.references["refs/remotes/upstream/main"] = $0.tip
      return .transaction([$0.update($0.tip)], .none)
    },
    Route("deletion of the base", .referenceTransaction, .ordinary) {
      .transaction([RefUpdate(name: .branch("main"), old: $0.main, new: nil)], .none)
    },
    Route("move of another branch", .referenceTransaction, .ordinary) {
      .transaction([RefUpdate(name: .branch("develop"), old: $0.main, new: $0.tip)], .none)
    },
  ]
}

extension RouteWorld {
  func squash(_ tip: ObjectID, staged: Set<String>?) -> PendingMerge {
    var pending = pending(["SQUASH_MSG": "Squashed commit of the following:\n\ncommit \(tip)\nAuthor: Dana\n"])
    pending.staged = staged
    return pending
  }
}
