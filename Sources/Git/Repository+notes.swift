import CLibgit2
package import Commits

extension Repository {
  /// The notes under a ref on commits that `isWanted` takes.
  ///
  /// - Parameters:
  ///   - reference: A full name: `refs/notes/tickets`.
  ///   - limit: In bytes; a longer note is not read.
  /// - Returns: Nothing if there is no such ref.
  /// - Throws: ``GitError``; ``GitError/Code/missingObject`` when a note is not here, as in a partial clone.
  /// - Complexity: Reads every folder of the notes, and the wanted notes.
  package func notes(
    under reference: String, upTo limit: Int, on isWanted: (ObjectID) -> Bool
  ) throws(GitError) -> CommitNotes {
    var notes = CommitNotes()
    guard let state = try notesState(reference) else { return notes }
    var folders: [(name: String, tree: ObjectID?)] = [("", try tree(of: state).tree)]
    while let (folder, id) = folders.popLast() {
      let tree = try TreeObject(id, in: self)
      var place = 0
      while let entry = try tree.entry(at: place) {
        place = entry.end
        let name = folder + tree.name(entry)
        if entry.isTree {
          if name.utf8.count < 40 { folders.append((name, tree.id(entry))) }
        } else if let about = ObjectID(name), isWanted(about) {
          try read(tree.id(entry), on: about, upTo: limit, into: &notes)
        }
      }
    }
    notes.tooLong.sort()
    return notes
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
        help: "run: git update-ref -d \(reference)")
    }
    return ObjectID(id)
  }
}
