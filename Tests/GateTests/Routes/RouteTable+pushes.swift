import Gate
import InMemoryRepository
import ReleaseScope

/// What is pushed, besides moves of the base.
extension RouteTable {
  static let pushes: [Route] = [
    Route.push("new release branch") { [$0.pushRef("refs/heads/release/2.4.0", $0.tip)] },
    Route.push("release branch") { [$0.pushRef("refs/heads/release/2.4.0", $0.tip, old: $0.line[0])] },
    Route.push("forced release branch") {
      let other = $0.commit("SHOP-1 Another", on: $0.start, changing: ["other": ["1"]])
      return [$0.pushRef("refs/heads/release/2.4.0", $0.tip, old: other)]
    },
    Route.push("release branch from a branch of another name") {
      [
        PushLine(
          localRef: "refs/heads/work", localID: $0.tip, remoteRef: .branch("release/2.4.0"), remoteID: nil)
      ]
    },
    Route.push("several branches") {
      [$0.pushRef("refs/heads/feature/x", $0.main), $0.pushRef("refs/heads/release/2.4.0", $0.tip)]
    },
    Route.push("release branch and a base with its own work") {
      let work = $0.commit("SHOP-7 Mend", on: $0.main, changing: ["fix": ["1"]])
      return [$0.pushRef("refs/heads/release/2.4.0", $0.tip), $0.push(work)]
    },
    Route.push("tag of a version") { [$0.pushRef("refs/tags/v2.4.0", $0.tip)] },
    Route.push("tag without a manifest", .ordinary) { [$0.pushRef("refs/tags/nightly", $0.tip)] },
    Route.push("feature branch", .ordinary) { [$0.pushRef("refs/heads/feature/x", $0.tip)] },
    Route.push("deletion of the release branch", .ordinary) {
      [$0.pushRef("refs/heads/release/2.4.0", nil, old: $0.tip)]
    },
    Route.push("nothing", .ordinary) { _ in [] },
    Route.push("release without a manifest, to the base", .stopped) {
      $0.forgetBranch()
      $0.repository.references["refs/heads/release/9.9.9"] = $0.tip
      return [$0.push($0.merge("Merge branch 'release/9.9.9'", $0.main, $0.tip))]
    },
    [
      Route("release branch without a manifest", .prePush, .ordinary) {
        .push(remote: "origin", address: nil, [$0.pushRef("refs/heads/release/9.9.9", $0.tip)], .none)
      },
      Route("release branch without a manifest", .preReceive, .stopped) {
        .received([RefUpdate(name: .branch("release/9.9.9"), old: nil, new: $0.tip)], .none)
      },
      Route("release that the tracked base has, to a backup", .prePush, .ordinary) {
        $0.repository.references["refs/remotes/origin/main"] = $0.tip
        $0.repository.remotes.append("backup")
        return .push(
          remote: "backup", address: nil,
          [$0.pushRef("refs/heads/release/2.4.0", $0.tip), $0.pushRef("refs/tags/v2.4.0", $0.tip), $0.push($0.tip)],
          .none)
      },
      Route("release that a fork's base has, to the tracked remote", .prePush) {
        $0.repository.remotes.append("fork")
        $0.repository.references["refs/remotes/fork/main"] = $0.tip
        return .push(remote: "origin", address: nil, [$0.push($0.tip)], .none)
      },
      Route("fork that is brought up to date with upstream", .prePush, .ordinary) {
        $0.repository.remotes.append("upstream")
        $0.repository.references["refs/remotes/upstream/main"] = $0.tip
        return .push(remote: "origin", address: nil, [$0.push($0.tip)], .none)
      },
      Route("release that the fork has, to upstream", .prePush) {
        $0.repository.remotes.append("upstream")
        $0.repository.references["refs/remotes/upstream/main"] = $0.main
        $0.repository.references["refs/remotes/origin/main"] = $0.tip
        return .push(remote: "upstream", address: nil, [$0.push($0.tip)], .none)
      },
      Route("base over a commit that nobody knows here", .prePush, .stopped) {
        $0.repository.references["refs/remotes/origin/main"] = nil
        let unknown = ObjectID(String(repeating: "7", count: 40))
        let line = PushLine(
          localRef: "HEAD", localID: $0.tip, remoteRef: .branch("main"), remoteID: unknown)
        return .push(remote: "origin", address: nil, [line], .none)
      },
      Route("release branch from a clone without the base", .prePush, .stopped) {
        for name in ["refs/heads/main", "refs/remotes/origin/main"] { $0.repository.references[name] = nil }
        $0.repository.symbolicReferences["HEAD"] = "refs/heads/release/2.4.0"
        return .push(remote: "origin", address: nil, [$0.pushRef("refs/heads/release/2.4.0", $0.tip)], .none)
      },
    ],
  ].flatMap(\.self)

  /// Servers whose base is not what their HEAD says.
  static let servers: [Route] = [
    Route("HEAD of the server is no branch, and the trunk's policy names it", .preReceive) {
      $0.repository.symbolicReferences["HEAD"] = "refs/heads/master"
      return .received([$0.update($0.merge("SHOP-1 Ship", $0.main, $0.tip))], .none)
    },
    Route("release branch to a server without the base", .preReceive, .stopped) {
      $0.repository.references["refs/heads/main"] = nil
      return .received([RefUpdate(name: .branch("release/2.4.0"), old: nil, new: $0.tip)], .none)
    },
    Route("base that is new on a server which has the release", .preReceive, .stopped) {
      $0.repository.references["refs/heads/main"] = nil
      return .received([RefUpdate(name: .branch("main"), old: nil, new: $0.tip)], .none)
    },
    Route("release to a trunk of which nobody said that it is the base", .preReceive, .stopped) {
      $0.repository.symbolicReferences["HEAD"] = "refs/heads/master"
      $0.repository.references["refs/heads/main"] = nil
      $0.repository.references["refs/heads/trunk"] = $0.main
      let new = $0.merge("Merge branch 'release/2.4.0'", $0.main, $0.tip)
      return .received([RefUpdate(name: .branch("trunk"), old: $0.main, new: new)], .none)
    },
    Route("first push of all to an empty server", .preReceive) {
      $0.repository.references = [:]
      return .received(
        [
          RefUpdate(name: .branch("main"), old: nil, new: $0.main),
          RefUpdate(name: .branch("release/2.4.0"), old: nil, new: $0.tip),
        ], .none)
    },
    Route("first push of the base to an empty server", .preReceive, .ordinary) {
      $0.repository.references = [:]
      return .received([RefUpdate(name: .branch("main"), old: nil, new: $0.main)], .none)
    },
    Route("the release branch, one ref at a time", .update) {
      .received([RefUpdate(name: .branch("release/2.4.0"), old: $0.line[0], new: $0.tip)], .none)
    },
    Route("the base, one ref at a time", .update) {
      .received([$0.update($0.merge("SHOP-1 Ship", $0.main, $0.tip))], .none)
    },
  ]
}
