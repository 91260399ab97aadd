import ReleaseScope

/// Finds the releases that a move of the base brings, from whatever is left of them: branches, merges, tags, patches.
///
/// One object is read for each commit that the move brings; for each release branch that it does not bring, the commits
/// that it has and the base lacks, and the trees that they change.
struct BroughtReleases<Repository: ReleaseRepository> {
  private let gate: ReleaseGate<Repository>
  private let repository: Repository
  private let new: ObjectID
  private let old: ObjectID
  /// What the move adds to the base, children before parents.
  private let added: CommitList
  private let ids: Set<ObjectID>
  /// The release branches that are here, by their short names; a remote's, too.
  private let branches: [NamedCommit]
  private let otherTips: Set<ObjectID>
  private var found: [String: Set<ObjectID>] = [:]

  /// - Parameter pushed: Release branches that come with the move, and may not be here yet.
  init(
    _ gate: ReleaseGate<Repository>, by new: ObjectID, onto old: ObjectID, with pushed: [NamedCommit]
  ) throws {
    self.gate = gate
    self.new = new
    self.old = old
    repository = gate.repository
    added = try repository.history(base: old, releases: [new]).range().commits
    ids = Set(added.map(\.id))
    var branches = pushed
    var others: Set<ObjectID> = []
    for branch in try repository.branches() {
      let name = try gate.shortName(branch.name)
      if try gate.isRelease(name) {
        branches.append(NamedCommit(name: name, id: branch.id))
      } else if name != gate.baseBranch {
        others.insert(branch.id)
      }
    }
    self.branches = branches
    otherTips = others
  }

  /// - Returns: Each release by name, once for every tip of it that no other one reaches.
  mutating func releases(countsParts: Bool) throws -> [MovingRelease] {
    guard !added.isEmpty else { return [] }
    for branch in branches where ids.contains(branch.id) {
      // A branch that was just cut from the base brings nothing.
      if try !repository.wasCommitted(branch.id, on: "refs/heads/\(gate.baseBranch)") { add(branch.name, branch.id) }
    }
    readMerges()
    if countsParts { try readParts() }
    try readSquashes()
    var releases: [MovingRelease] = []
    for (name, tips) in found.sorted(by: { $0.key < $1.key }) {
      // An older tip, such as that of a remote-tracking branch, must not stand for what is really brought.
      for tip in tips.sorted() where try !tips.contains(where: { try repository.isAncestor(tip, of: $0) }) {
        releases.append(MovingRelease(name: name, id: tip))
      }
    }
    return try releases + tagged(besides: Set(releases.map(\.id)))
  }

  private mutating func add(_ name: String, _ tip: ObjectID) { found[name, default: []].insert(tip) }

  /// Merges that name a release branch, wherever they are: a release may come by way of another branch, and its own be
  /// gone. `Merge branch 'x' into release/2.4.0` says of the line on which it is that it is the release's, if nothing
  /// better does.
  private mutating func readMerges() {
    let present = Set(found.keys)
    var lines: [ObjectID: Set<String>] = [:]
    for commit in added.reversed() {
      var line = commit.parents.first.flatMap { lines[$0] } ?? []
      if commit.isMerge {
        let merged = Array(commit.parents.dropFirst())
        let name = gate.releaseMergedInto(in: commit.subject)
        for (release, position) in gate.mergedReleases(in: commit.subject) where release != name {
          // An octopus merge names its branches in the order of its parents.
          let parents = position < merged.count ? [merged[position]] : merged
          for parent in parents where ids.contains(parent) { add(release, parent) }
        }
        for parent in merged { for release in lines[parent] ?? [] { add(release, parent) } }
        if let name, !present.contains(name) { line.insert(name) }
      }
      lines[commit.id] = line
    }
    for release in lines[new] ?? [] { add(release, new) }
  }

  /// Commits of a release branch's first-parent line below its tip. One to which another branch points is that branch's
  /// work: a fix may go to the release and to the base.
  private mutating func readParts() throws {
    guard let oldest = added.map(\.committer.time.seconds).min() else { return }
    for branch in branches where !ids.contains(branch.id) {
      var next = try repository.commit(branch.id)
      // A day for clocks that differ. What is older than all that is looked for is not read.
      while let commit = next, commit.committer.time.seconds >= oldest - 86_400 {
        if ids.contains(commit.id) {
          if !otherTips.contains(commit.id) { add(branch.name, commit.id) }
          break
        }
        next = try commit.parents.first.flatMap { try repository.commit($0) }
      }
    }
  }

  /// Commits that change what a whole release branch changes: squash merges. A release of one commit is left out, since
  /// a cherry-pick of it looks the same.
  private mutating func readSquashes() throws {
    let single = added.filter { $0.parents.count == 1 }.map(\.id)
    for branch in branches where !ids.contains(branch.id) && found[branch.name] == nil && !single.isEmpty {
      let range = try repository.history(base: old, releases: [branch.id]).range()
      guard range.commits.count(where: { !$0.isMerge }) > 1, range.commits.contains(branch.id),
        let tip = try repository.commit(branch.id)
      else { continue }
      let squashes = try range.mergeBases.contains { base in
        try !repository.commits(of: single, changing: base.tree, to: tip.tree).isEmpty
      }
      if squashes { add(branch.name, branch.id) }
    }
  }

  /// Tags of versions that have a manifest, for releases without a branch: those that are here, and those that a merge
  /// names.
  private func tagged(besides known: Set<ObjectID>) throws -> [MovingRelease] {
    let versions = found.keys.compactMap { name in
      gate.policy.releaseBranches.lazy.compactMap { $0.version(in: name) }.first
    }
    var tags: [String: ObjectID] = [:]
    for commit in added where commit.subject.hasPrefix("Merge tag '") {
      let name = commit.subject.dropFirst("Merge tag '".count).prefix { $0 != "'" }
      if commit.isMerge, ids.contains(commit.parents[1]) { tags[String(name)] = commit.parents[1] }
    }
    for tag in try repository.references(matching: "refs/tags/*") where ids.contains(tag.id) {
      tags[String(tag.name.dropFirst("refs/tags/".count))] = tag.id
    }
    return try tags.sorted { $0.key < $1.key }.compactMap { name, id in
      guard !known.contains(id), let version = try gate.version(ofTag: name), !versions.contains(version.text)
      else { return nil }
      return MovingRelease(name: name, id: id, version: version)
    }
  }
}
