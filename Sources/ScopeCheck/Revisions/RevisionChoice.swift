package import ReleaseScope

/// Finds the base and the release that were meant.
package struct RevisionChoice<Repository: ReleaseRepository> {
  let repository: Repository
  package private(set) var remarks: [String] = []

  package init(_ repository: Repository) {
    self.repository = repository
  }

  /// - Parameters:
  ///   - named: What the caller said.
  ///   - policy: What the policy says.
  /// - Returns: What was named; else the remote's HEAD branch, `main` or `master`. The remote's branch is preferred to
  ///   a local one that is behind it, unless the caller named the local one.
  /// - Throws: An ``ExplainedError``: there is no such revision, or no base is to be found.
  package mutating func base(named: String?, policy: String?) throws -> NamedCommit {
    if let named { return try found(named, as: "base") }
    let remote = try usualRemote()
    if let policy { return try upToDate(policy, remote) }
    if let remote, let head = try repository.symbolicTarget(.tracking("HEAD", of: remote)),
      let branch = head.branch(of: remote)
    {
      if try repository.commit(ofReference: head) != nil { return try upToDate(branch, remote) }
    }
    // On a server HEAD is the branch that clones start with.
    if repository.isBare, let branch = try repository.currentBranch(),
      let id = try repository.commit(ofReference: .branch(branch))
    {
      return NamedCommit(name: branch, id: id)
    }
    for branch in ["main", "master"] {
      let names = [RefName.branch(branch)] + (remote.map { [.tracking(branch, of: $0)] } ?? [])
      if try names.contains(where: { try repository.commit(ofReference: $0) != nil }) {
        return try upToDate(branch, remote)
      }
    }
    throw Problem(
      .missing, "cannot find the base: there is no remote HEAD, no 'main' and no 'master'",
      help: "name it with --base, or set 'base:' in .relscope.yml")
  }

  /// - Parameter named: `nil` for HEAD.
  /// - Returns: The release, and the branch by which to tell its version; `nil` if there is none.
  mutating func release(
    named: String?, patterns: [BranchPattern]
  ) throws -> (commit: NamedCommit, branch: String?) {
    if let named, named != "HEAD" {
      let release = try found(named, as: "release")
      let isExpression = release.name.contains { "^~:".contains($0) } || release.name.contains("@{")
      return (release, isExpression ? nil : try shortName(release.name))
    }
    let branch = try repository.currentBranch()
    let release = NamedCommit(name: branch ?? "HEAD", id: try repository.resolve("HEAD", as: "release"))
    if let branch { return (release, branch) }
    // A detached HEAD, as CI services check out: a release branch at the same commit names the version.
    let here = try repository.branches().filter { $0.id == release.id }.map { try shortName($0.name) }
    let releases = Set(here.filter { name in patterns.contains { $0.version(in: name) != nil } })
    guard releases.count == 1, let only = releases.first else { return (release, nil) }
    note("HEAD is detached; it is taken for the release branch '\(only)' that points to it")
    return (release, only)
  }

  mutating func forgetRemarks() { remarks = [] }

  private mutating func note(_ remark: String) {
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  /// `origin`, else the only remote; `nil` where there are none, or several of which none is called so.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func usualRemote() throws -> String? {
    let remotes = try repository.remoteNames()
    return remotes.contains("origin") ? "origin" : remotes.count == 1 ? remotes.first : nil
  }

  /// Takes the remote's branch for one that this clone has not checked out.
  private mutating func found(_ name: String, as role: String) throws -> NamedCommit {
    do {
      let found = NamedCommit(name: name, id: try repository.resolve(name, as: role))
      try compareWithRemote(found, as: role)
      return found
    } catch let error as any ExplainedError where error.problem.kind == .missing {
      guard let remote = try usualRemote(),
        let id = try repository.commit(ofReference: .tracking(name, of: remote))
      else { throw error }
      note("there is no local '\(name)': '\(remote)/\(name)' is used")
      return NamedCommit(name: "\(remote)/\(name)", id: id)
    }
  }

  /// Refuses a tag that stands where people mean the remote's branch, and notes a local branch that is behind.
  private mutating func compareWithRemote(_ found: NamedCommit, as role: String) throws {
    let remotes = try repository.remoteNames()
    let remote = try usualRemote()
    let branch = remotes.contains { found.name.hasPrefix("\($0)/") } ? found.name : remote.map { "\($0)/\(found.name)" }
    guard let branch, let theirs = try repository.commit(ofReference: .tracking(branch)), theirs != found.id
    else { return }
    guard try repository.commit(ofReference: .branch(found.name)) != nil else {
      guard let tag = try repository.commit(ofReference: .tag(found.name)) else { return }
      throw Problem(
        .usage,
        "cannot read \(role) '\(found.name)': it is both a tag (\(tag.abbreviated)) and the remote's branch '\(branch)' "
          + "(\(theirs.abbreviated))", help: "say refs/tags/\(found.name) or refs/remotes/\(branch)")
    }
    if try repository.isAncestor(found.id, of: theirs) {
      note("the local '\(found.name)' is behind '\(branch)', and is used since it was named")
    }
  }

  private mutating func upToDate(_ branch: String, _ remote: String?) throws -> NamedCommit {
    let local = try repository.commit(ofReference: .branch(branch))
    guard let remote, let remoteID = try repository.commit(ofReference: .tracking(branch, of: remote)) else {
      return try local.map { NamedCommit(name: branch, id: $0) } ?? found(branch, as: "base")
    }
    // Full names throughout: a tag of the same name must not stand in for a branch.
    guard let local else {
      note("there is no local '\(branch)': '\(remote)/\(branch)' is used")
      return NamedCommit(name: "\(remote)/\(branch)", id: remoteID)
    }
    if remoteID == local { return NamedCommit(name: "\(remote)/\(branch)", id: remoteID) }
    guard try repository.isAncestor(local, of: remoteID) else {
      if try !repository.isAncestor(remoteID, of: local) {
        note("the local '\(branch)' and '\(remote)/\(branch)' have diverged: the local one is used")
      } else {
        note("the local '\(branch)' is ahead of '\(remote)/\(branch)' and is used")
      }
      return NamedCommit(name: branch, id: local)
    }
    note("the local '\(branch)' is behind '\(remote)/\(branch)', which is used")
    return NamedCommit(name: "\(remote)/\(branch)", id: remoteID)
  }

  /// A branch's name without `refs/heads/`, `refs/remotes/origin/` or `origin/`.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func shortName(_ name: String) throws -> String { try shortName(RefName(name)) }

  /// The same of a ref. A branch or a tag keeps its slashes, even where it begins as a remote is called.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func shortName(_ name: RefName) throws -> String {
    let rest = name.short
    if name.branch != nil || name.tag != nil { return rest }
    for remote in try repository.remoteNames() where rest.hasPrefix("\(remote)/") {
      return String(rest.dropFirst(remote.count + 1))
    }
    return rest
  }
}
