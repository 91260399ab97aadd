extension GitRepository {
  /// Commits on the current branch, whether or not anything changes, and returns the id.
  ///
  /// The message is taken as it is. `files` are written first: the contents by path. The author is also the committer
  /// if there is none, and `date`, in any form that git reads, is both dates; without it the clock says them.
  @discardableResult
  package func commit(
    _ message: String, files: [String: String] = [:], removing removed: [String] = [], author: Person = .dana,
    committer: Person? = nil, date: String? = nil
  ) async throws -> String {
    for (file, contents) in files { try write(file, contents) }
    if !files.isEmpty { try await git(["add", "--"] + files.keys.sorted()) }
    if !removed.isEmpty { try await git(["rm", "--quiet", "--"] + removed) }
    let committer = committer ?? author
    var names: [String: String?] = [
      "GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.email,
      "GIT_COMMITTER_NAME": committer.name, "GIT_COMMITTER_EMAIL": committer.email,
    ]
    if let date {
      names["GIT_AUTHOR_DATE"] = date
      names["GIT_COMMITTER_DATE"] = date
    }
    try await git(
      ["commit", "--quiet", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "--file=-"],
      input: Array(message.utf8), setting: names)
    return try await id(of: "HEAD")
  }

  /// Commits a message that git itself would not write: any bytes, in any encoding, on any parents.
  ///
  /// The current branch moves to it, and the id is returned. Without `parents` it has one, the tip of the branch; with
  /// an empty array it is a root. Without a `tree` it has that of the tip, or the empty one on an unborn branch.
  @discardableResult
  package func commit(
    bytes message: [UInt8], encoding: String? = nil, parents: [String]? = nil, tree: String? = nil
  ) async throws -> String {
    let tip = try await run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    let isBorn = tip.status == 0
    var header: [String] = []
    if let tree {
      header.append("tree \(tree)")
    } else if isBorn {
      header.append("tree \(try await id(of: "HEAD^{tree}"))")
    } else {
      header.append("tree \(try await git("mktree"))")
    }
    let ownParents = isBorn ? [String(tip.output.dropLast())] : []
    header += (parents ?? ownParents).map { "parent \($0)" }
    let person = try await git("var", "GIT_COMMITTER_IDENT")
    header += ["author \(person)", "committer \(person)"]
    if let encoding { header.append("encoding \(encoding)") }
    let object = Array((header.joined(separator: "\n") + "\n\n").utf8) + message
    let id = try await git(["hash-object", "-t", "commit", "-w", "--stdin"], input: object)
    try await git("update-ref", "HEAD", id)
    advanceClock()
    return id
  }

  /// Makes a branch at `start` and checks it out.
  package func checkout(new branch: String, at start: String = "HEAD") async throws {
    try await git("checkout", "--quiet", "-b", branch, start)
  }

  package func checkout(_ revision: String) async throws {
    try await git("checkout", "--quiet", revision)
  }

  /// Merges with a merge commit, also where git could fast-forward, and returns its id.
  ///
  /// Without a message it has git's own: `Merge branch 'x' into y`.
  @discardableResult
  package func merge(_ branches: String..., message: String? = nil) async throws -> String {
    try await git(["merge", "--quiet", "--no-ff"] + (message.map { ["-m", $0] } ?? ["--no-edit"]) + branches)
    return try await id(of: "HEAD")
  }

  /// Reverts a commit with git's own message and returns the id of the revert.
  ///
  /// A merge needs a `mainline`: the number of the parent to return to.
  @discardableResult
  package func revert(_ commit: String, mainline: Int? = nil) async throws -> String {
    try await git(["revert", "--no-edit"] + (mainline.map { ["--mainline", "\($0)"] } ?? []) + [commit])
    return try await id(of: "HEAD")
  }

  /// Applies a commit again on the current branch and returns the new id.
  ///
  /// To `recordOrigin` is to say `(cherry picked from commit ...)` in the message.
  @discardableResult
  package func cherryPick(_ commit: String, recordOrigin: Bool = false) async throws -> String {
    try await git(["cherry-pick", "--allow-empty"] + (recordOrigin ? ["-x"] : []) + [commit])
    return try await id(of: "HEAD")
  }

  /// Tags a revision: with an annotation if there is a message.
  package func tag(_ name: String, at revision: String = "HEAD", message: String? = nil) async throws {
    try await git(["tag"] + (message.map { ["--annotate", "--message", $0] } ?? []) + [name, revision])
  }
}
