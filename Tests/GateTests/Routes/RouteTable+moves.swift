import Gate
import InMemoryRepository
import ReleaseScope

/// Every way on which the base comes to have something, whatever command it was.
extension RouteTable {
  static let releases: [Route] = [
    Route.move("merge of the release") { $0.merge("Merge branch 'release/2.4.0'", $0.main, $0.tip) },
    Route.move("merge with a subject of its own") { $0.merge("SHOP-1 Bring the cart", $0.main, $0.tip) },
    Route.move("merge of a pull request") {
      $0.merge("Merge pull request #7 from shop/release/2.4.0", $0.main, $0.tip)
    },
    Route.move("merge that another work follows") {
      $0.commit(
        "SHOP-7 Go on", on: $0.merge("Merge branch 'release/2.4.0'", $0.main, $0.tip), changing: ["more": ["1"]])
    },
    Route.move("octopus merge with a feature") {
      let feature = $0.commit("SHOP-7 A feature", on: $0.main, changing: ["feature": ["1"]])
      return $0.merge("Merge branches 'feature/SHOP-7' and 'release/2.4.0'", $0.main, feature, $0.tip)
    },
    Route.move("fast-forward") {
      let new = $0.merge("Merge branch 'main' into release/2.4.0", $0.tip, $0.main)
      $0.repository.references["refs/heads/release/2.4.0"] = new
      return new
    },
    Route.move("forced to the release") { $0.tip },
    Route.move("rewound and merged") { $0.merge("Merge branch 'release/2.4.0'", $0.start, $0.tip) },
    Route.move("by way of another branch") {
      let other = $0.merge("Merge branch 'release/2.4.0' into develop", $0.main, $0.tip)
      return $0.merge("Merge branch 'develop'", $0.main, other)
    },
    Route.move("fast-forward to a branch that merged it") {
      $0.merge("Merge branch 'release/2.4.0' into develop", $0.main, $0.tip)
    },
    Route.move("merge, and the branch is gone") {
      $0.forgetBranch()
      return $0.merge("Merge branch 'release/2.4.0'", $0.main, $0.tip)
    },
    Route.move("merge of a tag, and the branch is gone") {
      $0.forgetBranch()
      return $0.merge("Merge tag 'v2.4.0'", $0.main, $0.tip)
    },
    Route.move("fast-forward to a tag, and the branch is gone") {
      $0.forgetBranch()
      $0.repository.references["refs/tags/v2.4.0"] = $0.tip
      return $0.merge("SHOP-1 Ship", $0.main, $0.tip)
    },
    Route.move("line that was merged into, and the branch is gone") {
      $0.forgetBranch()
      let fix = $0.commit("SHOP-1 Mend", on: $0.tip, changing: ["fix": ["1"]])
      let line = $0.merge("Merge branch 'fix/SHOP-1' into release/2.4.0", $0.tip, fix)
      return $0.merge("SHOP-1 Ship", $0.main, line)
    },
    Route.move("branch gone, and nothing names it", .unseen) {
      $0.forgetBranch()
      return $0.merge("SHOP-1 Ship", $0.main, $0.tip)
    },
    Route.move("hot fix branch of another name") {
      $0.forgetBranch()
      $0.repository.references["refs/heads/hotfix/2.4.0"] = $0.tip
      return $0.merge("SHOP-1 Ship", $0.main, $0.tip)
    },
  ].flatMap(\.self)

  static let parts: [Route] = [
    Route.move("part: all but the last commit, forced") { $0.part },
    Route.move("part: merged with a subject of its own") { $0.merge("SHOP-1 Bring the cart", $0.main, $0.part) },
    Route.move("part: merged by steps from the tip") {
      $0.merge("Merge commit 'release/2.4.0~1'", $0.main, $0.part)
    },
    Route.move("part: a feature that was cut from it") {
      let feature = $0.commit("SHOP-1 On top", on: $0.part, changing: ["feature": ["1"]])
      return $0.merge("SHOP-1 Bring the feature", $0.main, feature)
    },
    Route.move("part: the branch goes on after its merge") {
      let first = $0.merge("Merge branch 'release/2.4.0'", $0.main, $0.line[0])
      return $0.merge("Merge branch 'release/2.4.0'", first, $0.tip)
    },
  ].flatMap(\.self)

  static let copies: [Route] = [
    Route.move("squash") { $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: $0.merged) },
    Route.move("squash, and a line more in one of its files") {
      let more = ["one": FileTree.Entry.file(FileLines(["first one", "second one", "third one", "more"]))]
      return $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: FileTree($0.merged.entries.merging(more) { $1 }))
    },
    Route.move("squash, and a file more") {
      let more = ["more": FileTree.Entry.file(FileLines(["more"]))]
      return $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: FileTree($0.merged.entries.merging(more) { $1 }))
    },
    Route.move("squash in two commits") {
      let half = $0.commit(
        "SHOP-1 Half of it", on: $0.main,
        changing: ["one": ["first one", "second one", "third one"], "two": ["first two"]])
      return $0.commit("SHOP-1 The other half", on: half, tree: $0.merged)
    },
    Route.move("squash of a part") {
      $0.commit("SHOP-1 Release", on: $0.main, tree: $0.tree($0.merge("a trial", $0.main, $0.part)))
    },
    Route.move("squash that another work follows") {
      $0.commit(
        "SHOP-7 Go on", on: $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: $0.merged), changing: ["more": ["1"]])
    },
    Route.move("one commit that makes main equal to it") {
      $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: $0.tree($0.tip))
    },
    Route.move("a merge that keeps nothing of main") {
      let other = $0.commit("SHOP-7 Other", on: $0.main, changing: ["other": ["1"]])
      return $0.commit("Merge branch 'feature/SHOP-7'", on: $0.main, other, tree: $0.tree($0.tip))
    },
    Route.move("one commit that makes main equal to a part") {
      $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: $0.tree($0.part))
    },
    Route.move("squash, and a line more, of a release whose files are not here", .stopped) {
      $0.repository.unreadable = Set($0.line)
      let more = ["one": FileTree.Entry.file(FileLines(["first one", "second one", "third one", "more"]))]
      return $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: FileTree($0.merged.entries.merging(more) { $1 }))
    },
    Route.move("squash, and the branch is gone", .unseen) {
      $0.forgetBranch()
      return $0.commit("SHOP-1 Release 2.4.0", on: $0.main, tree: $0.merged)
    },
    Route.move("every commit picked by itself", .unseen) {
      var tip = $0.main
      for (number, id) in $0.line.enumerated() {
        let file = ["one", "two", "three"][number]
        let subject = (try? $0.repository.commit(id)?.subject) ?? nil
        tip = $0.commit(subject ?? "", on: tip, changing: [file: ["first \(file)", "second \(file)", "third \(file)"]])
      }
      return tip
    },
    Route.move("squash of a middle commit alone", .unseen) {
      $0.commit("SHOP-1 More", on: $0.main, changing: ["two": ["first two", "second two", "third two"]])
    },
  ].flatMap(\.self)

  static let ordinary: [Route] = [
    Route.move("commit", .ordinary) { $0.commit("SHOP-7 Mend", on: $0.main, changing: ["fix": ["1"]]) },
    Route.move("merge of a feature", .ordinary) {
      let feature = $0.commit("SHOP-7 A feature", on: $0.main, changing: ["feature": ["1"]])
      return $0.merge("Merge branch 'feature/SHOP-7'", $0.main, feature)
    },
    Route.move("squash of a feature", .ordinary) {
      $0.commit("SHOP-7 A feature (#8)", on: $0.main, changing: ["feature": ["1"], "two-more": ["2"]])
    },
    Route.move("rewound", .ordinary) { $0.start },
    Route.move("cherry-pick from the release", .ordinary) {
      $0.commit("SHOP-1 One", on: $0.main, changing: ["one": ["first one", "second one", "third one"]])
    },
    Route.move("a fix that goes to the release and to main", .ordinary) {
      let fix = $0.commit("SHOP-8 Mend", on: $0.start, changing: ["fix": ["1"]])
      $0.repository.references["refs/heads/fix/SHOP-8"] = fix
      let release = $0.merge("Merge branch 'fix/SHOP-8' into release/2.4.0", $0.tip, fix)
      $0.repository.references["refs/heads/release/2.4.0"] = release
      return $0.merge("Merge branch 'fix/SHOP-8'", $0.main, fix)
    },
    Route.move("a revert on main", .ordinary) {
      $0.commit("Revert \"SHOP-3 Main moves\"", on: $0.main, tree: $0.tree($0.start))
    },
    Route.move("main, from which a release was just cut", .ordinary, by: [.referenceTransaction, .prePush]) {
      let work = $0.commit("SHOP-7 Mend", on: $0.main, changing: ["fix": ["1"]])
      $0.repository.branchLogs["refs/heads/main"] = [work]
      $0.repository.references["refs/heads/release/2.5.0"] = $0.commit(
        "SHOP-7 Begin 2.5.0", on: work, changing: ["next": ["1"]])
      return $0.commit("SHOP-8 Mend", on: work, changing: ["more": ["1"]])
    },
  ].flatMap(\.self)
}
