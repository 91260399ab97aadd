import CLibgit2
package import Commits

extension Repository {
  /// Finds the commit that a revision names.
  ///
  /// - Parameters:
  ///   - name: As git takes it: a branch, `origin/main`, `HEAD~1`, a tag (an annotated one stands for its commit), an
  ///     id.
  ///   - role: What it is, for errors: `base`.
  /// - Returns: The commit's id; the commit itself need not be readable.
  /// - Throws: ``GitError``; ``GitError/Code/ambiguous`` when `name` is a tag and a branch with different commits, or
  ///   the start of several ids.
  package func resolve(_ name: String, as role: String) throws(GitError) -> ObjectID {
    let operation = "read \(role) '\(name)'"
    if ObjectID(name) == nil { try refuseAmbiguous(name, operation) }
    if let tip = try tip(of: name) { return tip }
    var object: OpaquePointer?
    let status = unsafe git_revparse_single(&object, handle, name)
    defer { unsafe git_object_free(object) }
    do throws(GitError) {
      try GitError.check(status, operation)
    } catch {
      throw explained(error, name)
    }
    var commit: OpaquePointer?
    defer { unsafe git_object_free(commit) }
    guard unsafe git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0, let id = unsafe git_object_id(commit) else {
      throw GitError(operation: operation, code: .notFound, message: "it is not a commit")
    }
    return ObjectID(unsafe id.pointee)
  }

  /// The commit that a ref leads to; `nil` if there is no such ref.
  ///
  /// - Throws: ``GitError`` if the ref is there, and it or a tag that it leads to cannot be read.
  package func commit(ofReference name: RefName) throws(GitError) -> ObjectID? {
    switch referenced(by: name.text) {
    case .id(let id): return try peeled(id.raw)
    case .none: return nil
    case .unknown: break
    }
    var id = git_oid()
    let status = unsafe git_reference_name_to_id(&id, handle, name.text)
    if status == GIT_ENOTFOUND.rawValue || status == GIT_EINVALIDSPEC.rawValue { return nil }
    try GitError.check(status, "read ref '\(name)'")
    return try peeled(id)
  }

  /// Whether `descendant` reaches `ancestor`, as far as the history is here; `false` for equal ones.
  ///
  /// - Throws: ``GitError`` if a commit is here and cannot be read.
  package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    guard ancestor != descendant else { return false }
    return try History(self, base: descendant, releases: [ancestor], .links).isOnBase(ancestor)
  }

  /// The branch that HEAD is on, without `refs/heads/`; `nil` if HEAD is detached.
  ///
  /// - Throws: ``GitError`` if HEAD is there and cannot be read.
  package func currentBranch() throws(GitError) -> String? {
    try symbolicTarget(.head)?.branch
  }

  /// What a symbolic ref points to; `nil` if it is none or does not exist.
  ///
  /// - Throws: ``GitError`` if the ref is there and cannot be read.
  package func symbolicTarget(_ name: RefName) throws(GitError) -> RefName? {
    switch readReference(name.text) {
    case .symbolic(let target): return RefName(target)
    case .id, .none: return nil
    case .unknown: break
    }
    var reference: OpaquePointer?
    let status = unsafe git_reference_lookup(&reference, handle, name.text)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(status, "read ref '\(name)'")
    defer { unsafe git_reference_free(reference) }
    return unsafe git_reference_symbolic_target(reference).map { unsafe RefName(String(cString: $0)) }
  }

  /// The local and remote-tracking branches with their commits, by name; symbolic ones are left out.
  ///
  /// - Throws: ``GitError`` if the refs, or a tag that one leads to, cannot be read.
  package func branches() throws(GitError) -> [NamedRef] { try references(.branch) + references(.tracking) }

  /// The refs of a kind, peeled to commits, by name.
  ///
  /// - Throws: ``GitError`` if the refs, or a tag that one leads to, cannot be read.
  package func references(_ kind: RefName.Kind) throws(GitError) -> [NamedRef] {
    try references(matching: kind.prefix + "*")
  }

  /// The refs that a glob matches, peeled to commits; refs to other objects and dangling ones are left out.
  func references(matching glob: String) throws(GitError) -> [NamedRef] {
    if glob.hasSuffix("/*"), let references = readReferences(under: String(glob.dropLast())) {
      var found: [NamedRef] = []
      for (name, id) in references {
        if let commit = try peeled(id.raw) { found.append(NamedRef(name: RefName(name), id: commit)) }
      }
      return found
    }
    var iterator: OpaquePointer?
    try GitError.check(unsafe git_reference_iterator_glob_new(&iterator, handle, glob), "list refs")
    defer { unsafe git_reference_iterator_free(iterator) }
    var found: [NamedRef] = []
    while true {
      var reference: OpaquePointer?
      let status = unsafe git_reference_next(&reference, iterator)
      if status == GIT_ITEROVER.rawValue { break }
      try GitError.check(status, "list refs")
      defer { unsafe git_reference_free(reference) }
      guard let target = unsafe git_reference_target(reference), let id = try peeled(unsafe target.pointee)
      else { continue }
      found.append(NamedRef(name: RefName(unsafe String(cString: git_reference_name(reference))), id: id))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// The commit of a ref's full or short name; `nil` for anything else.
  private func tip(of name: String) throws(GitError) -> ObjectID? {
    // libgit2 takes no name at all for HEAD.
    guard ObjectID(name) == nil, !name.isEmpty else { return nil }
    switch referenced(byShortName: name) {
    case .id(let id): return try peeled(id.raw)
    case .none: return nil
    case .unknown: break
    }
    var reference: OpaquePointer?
    defer { unsafe git_reference_free(reference) }
    guard unsafe git_reference_dwim(&reference, handle, name) == 0 else { return nil }
    var resolved: OpaquePointer?
    defer { unsafe git_reference_free(resolved) }
    guard unsafe git_reference_resolve(&resolved, reference) == 0, let id = unsafe git_reference_target(resolved)
    else { return nil }
    return try peeled(unsafe id.pointee)
  }

  /// The commit of an object, or of what a tag is of. The commit itself is not read: libgit2 refuses some that git
  /// takes, and one of those at the tip of any branch must not end a check.
  private func peeled(_ id: git_oid) throws(GitError) -> ObjectID? {
    var id = id
    while true {
      let type = try type(of: ObjectID(id))
      // A commit that is not here, as in a damaged clone, is told from no commit when it is read.
      guard type == GIT_OBJECT_TAG else { return type == nil || type == GIT_OBJECT_COMMIT ? ObjectID(id) : nil }
      var tag: OpaquePointer?
      try GitError.check(unsafe git_tag_lookup(&tag, handle, &id), "read tag \(ObjectID(id))")
      defer { unsafe git_tag_free(tag) }
      guard let target = unsafe git_tag_target_id(tag) else { return nil }
      id = unsafe target.pointee
    }
  }

  private func refuseAmbiguous(_ name: String, _ operation: String) throws(GitError) {
    let plain = String(name.prefix { !"^~@:".contains($0) })
    guard let tag = try commit(ofReference: .tag(plain)),
      let branch = try commit(ofReference: .branch(plain)), tag != branch
    else { return }
    throw GitError(
      operation: operation, code: .ambiguous,
      message: "it is both a tag (\(tag.abbreviated)) and a branch (\(branch.abbreviated))",
      help: "say refs/tags/\(plain) or refs/heads/\(plain)")
  }

  private func explained(_ error: GitError, _ name: String) -> GitError {
    switch error.code {
    case .ambiguous:
      return error.worded(.ambiguous, "several objects have ids that start so", "give more digits of the id")
    case .notFound where unsafe git_repository_head_unborn(handle) == 1:
      return error.worded(.notFound, "no such revision; the current branch has no commit yet", nil)
    case .notFound:
      return error.worded(.notFound, "no such revision", wayOut(of: name))
    case .notOwned, .missingObject, .other: return error.worded(error.code, error.message, nil)
    }
  }

  /// What somebody does who named a revision that is not here.
  private func wayOut(of name: String) -> String? {
    let root = String(name.prefix { !"~^@:".contains($0) })
    if root != name, let tip = try? tip(of: root) ?? ObjectID(root), (try? commit(tip)) != nil {
      return "run: git log --oneline \(ShellWord.quoted(root)), to see what is before it"
    }
    let names = ((try? references(matching: "refs/*")) ?? []).map(\.name.short)
    // What the first branch is called changed over the years.
    let others = ["main", "master", "trunk"].contains(root) ? ["main", "master", "trunk"].filter(names.contains) : []
    if let near = nearestName(to: root, among: names) ?? others.first { return "did you mean '\(near)'?" }
    guard root == name, (try? remoteNames())?.isEmpty == false else {
      return "run: git branch --all, to see what is here"
    }
    return fetchCommand(for: name)
  }

  private func fetchCommand(for name: String) -> String? {
    guard let remote = try? remoteNames().first(where: { name.hasPrefix("\($0)/") }) else {
      return ObjectID(name) == nil ? "run: git fetch origin \(ShellWord.quoted(name))" : "run: git fetch origin"
    }
    return "run: git fetch \(ShellWord.quoted(remote)) \(ShellWord.quoted(String(name.dropFirst(remote.count + 1))))"
  }

  /// The remotes that are configured, in libgit2's order; read once.
  ///
  /// - Throws: ``GitError`` if the configuration cannot be read.
  package func remoteNames() throws(GitError) -> [String] {
    if let knownRemotes { return knownRemotes }
    var names = unsafe git_strarray()
    try GitError.check(unsafe git_remote_list(&names, handle), "list remotes")
    defer { unsafe git_strarray_dispose(&names) }
    let remotes = unsafe (0..<names.count).compactMap { index in
      unsafe names.strings[index].map { unsafe String(cString: $0) }
    }
    knownRemotes = remotes
    return remotes
  }
}
