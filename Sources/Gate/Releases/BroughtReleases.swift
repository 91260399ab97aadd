import ReleaseScope
import ScopeCheck

/// Finds the releases that a move of the base brings, from whatever is left of them: branches, merges, tags, patches,
/// files.
///
/// One object is read for each commit that the move brings. Of the release branches that it does not bring, the commits
/// are read that the base lacks, in one walk for all of them, and some of the trees that they change.
struct BroughtReleases<Repository: ReleaseRepository> {
  let gate: ReleaseGate<Repository>
  let repository: Repository
  let new: ObjectID
  let old: ObjectID
  let move: BaseMove
  /// What the move adds to the base, children before parents.
  let added: CommitList
  let ids: Set<ObjectID>
  /// The release branches that are here, by their short names; a remote's, too.
  let branches: [NamedCommit]
  /// Those that are known here only by the push.
  let newcomers: Set<String>
  /// Other local branches.
  let others: [NamedRef]
  let otherTips: Set<ObjectID>
  private(set) var found: [String: Set<ObjectID>] = [:]
  private var copies: [MovingRelease] = []

  /// - Parameter pushed: Release branches that come with the move, and may not be here yet.
  init(
    _ gate: ReleaseGate<Repository>, by new: ObjectID, onto old: ObjectID, _ move: BaseMove, with pushed: [NamedCommit]
  ) throws {
    self.gate = gate
    self.new = new
    self.old = old
    self.move = move
    repository = gate.repository
    added = try repository.history(base: old, releases: [new]).range().commits
    ids = Set(added.map(\.id))
    var branches = pushed
    var others: [NamedRef] = []
    var otherTips: Set<ObjectID> = []
    var known: Set<String> = []
    for branch in try repository.branches() {
      let name = try gate.shortName(branch.name)
      if try gate.isRelease(name) {
        if try Self.isKnown(branch.name, by: move, gate) { known.insert(name) }
        let release = NamedCommit(name: name, id: branch.id)
        if !branches.contains(release) { branches.append(release) }
      } else if name != gate.baseBranch {
        otherTips.insert(branch.id)
        if branch.name.branch != nil { others.append(branch) }
      }
    }
    self.branches = branches
    newcomers = Set(branches.map(\.name)).subtracting(known)
    self.others = others
    self.otherTips = otherTips
  }

  /// Whether a release branch was there before, where the base would move.
  private static func isKnown(_ name: RefName, by move: BaseMove, _ gate: ReleaseGate<Repository>) throws -> Bool {
    switch move {
    case .here, .server: true
    case .push(let remote):
      name.kind == .tracking && (remote.map { name.branch(of: $0) != nil } ?? true)
    }
  }

  /// - Returns: Each release by name, once for every tip of it that no other one reaches.
  mutating func releases() throws -> [MovingRelease] {
    guard !added.isEmpty else { return [] }
    for branch in branches where ids.contains(branch.id) {
      // A branch that was just cut from the base brings nothing.
      if try !repository.wasCommitted(branch.id, on: .branch(gate.baseBranch)) { add(branch.name, branch.id) }
    }
    readMerges()
    try readLines()
    var releases: [MovingRelease] = []
    for (name, tips) in found.sorted(by: { $0.key < $1.key }) {
      // An older tip, such as that of a remote-tracking branch, must not stand for what is really brought.
      for tip in tips.sorted() where try !tips.contains(where: { try repository.isAncestor(tip, of: $0) }) {
        releases.append(MovingRelease(name: name, id: tip, extent: extent(of: name, at: tip)))
      }
    }
    releases += copies.filter { found[$0.name] == nil }
    return try releases + tagged(besides: Set(releases.map(\.id)))
  }

  private func extent(of name: String, at tip: ObjectID) -> MovingRelease.Extent {
    let tips = branches.filter { $0.name == name }.map(\.id)
    return tips.isEmpty || tips.contains(tip) ? .whole : .part
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

  /// What the move brings of release branches whose tips it does not bring: commits of theirs, or copies of their work.
  private mutating func readLines() throws {
    let missing = branches.filter { !ids.contains($0.id) }
    guard !missing.isEmpty else { return }
    // One walk for all of them: most have what they share.
    let lacking = try repository.history(base: old, releases: missing.map(\.id)).range().commits
    for branch in missing {
      guard let line = ReleaseLine(branch, lacking: lacking) else { continue }
      if let part = line.newest(of: ids), try isPart(part, of: branch.name) {
        add(branch.name, part)
      } else if found[branch.name] == nil, let copied = try CopiedWork(line, by: self).newest() {
        copies.removeAll { $0.name == branch.name && copied == line.tip }
        if !copies.contains(where: { $0.name == branch.name && ($0.id == copied || $0.extent == .copy) }) {
          let extent = copied == line.tip ? MovingRelease.Extent.copy : .copyOfPart
          copies.append(MovingRelease(name: branch.name, id: copied, extent: extent))
        }
      }
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
    for tag in try repository.references(.tag) where ids.contains(tag.id) {
      tags[tag.name.short] = tag.id
    }
    return try tags.sorted { $0.key < $1.key }.compactMap { name, id in
      guard !known.contains(id), let version = try gate.version(ofTag: name), !versions.contains(version.text)
      else { return nil }
      return MovingRelease(name: name, id: id, version: version)
    }
  }
}
