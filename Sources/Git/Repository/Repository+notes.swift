import CLibgit2
package import Commits

extension Repository {
  /// The notes under a ref on some commits.
  ///
  /// - Parameters:
  ///   - reference: A full name: `refs/notes/tickets`.
  ///   - limit: In bytes; a longer note is not read.
  ///   - commits: Asked for only where there are notes; in any order.
  /// - Returns: Nothing if there is no such ref.
  /// - Throws: ``GitError``; ``GitError/Code/missingObject`` when a note is not here, as in a partial clone.
  /// - Complexity: Reads the folders on the way to the commits, 20 for each at most, and the notes on them.
  package func notes(
    under reference: String, upTo limit: Int, on commits: () -> [ObjectID]
  ) throws(GitError) -> CommitNotes {
    var notes = CommitNotes()
    guard let state = try notesState(reference) else { return notes }
    let wanted = commits().sorted()
    var folders: [(name: String, tree: ObjectID?)] = [("", try tree(of: state).tree)]
    while let (folder, id) = folders.popLast() {
      let tree = try TreeObject(id, in: self)
      var place = 0
      while let entry = try tree.entry(at: place) {
        place = entry.end
        let name = folder + tree.name(entry)
        if entry.isTree {
          // Whoever pushes notes can have folders lead to one another: only those on the way to a commit are looked
          // into.
          if tree.name(entry).utf8.count == 2, Self.leads(name, to: wanted) { folders.append((name, tree.id(entry))) }
        } else if tree.isFile(entry), let about = ObjectID(name), Self.leads(name, to: wanted) {
          try read(tree.id(entry), on: about, upTo: limit, into: &notes)
        }
      }
    }
    notes.tooLong.sort()
    return notes
  }

  /// Whether the id of one of some commits, in order, begins with `digits`.
  private static func leads(_ digits: String, to commits: [ObjectID]) -> Bool {
    guard digits.utf8.count <= 40, let first = ObjectID(digits + String(repeating: "0", count: 40 - digits.utf8.count))
    else { return false }
    var (low, high) = (0, commits.count)
    while low < high {
      let middle = (low + high) / 2
      if commits[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < commits.count && commits[low].hasPrefix(digits)
  }

  /// A commit may have a note in folders and one beside them: git shows both.
  private func read(
    _ note: ObjectID, on commit: ObjectID, upTo limit: Int, into notes: inout CommitNotes
  ) throws(GitError) {
    let known = notes.texts[commit, default: []]
    guard try blobSize(note) <= limit - known.count else {
      if !notes.tooLong.contains(commit) { notes.tooLong.append(commit) }
      return
    }
    notes.texts[commit] = known.isEmpty ? try blob(note) : known + [UInt8(ascii: "\n")] + (try blob(note))
  }

  private func notesState(_ reference: String) throws(GitError) -> ObjectID? {
    let operation = "read the notes under '\(reference)'"
    if referenced(by: reference) == .none { return nil }
    var id = git_oid()
    let found = unsafe git_reference_name_to_id(&id, handle, reference)
    if found == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(found, operation)
    guard try isCommit(ObjectID(id)) else {
      throw GitError(
        operation: operation, code: .other(-1), message: "the ref does not point to a commit",
        help: "run: git update-ref -d \(ShellWord.quoted(reference))")
    }
    return ObjectID(id)
  }
}
