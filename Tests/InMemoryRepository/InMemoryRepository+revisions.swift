package import ReleaseScope
import ScopeCheck

extension InMemoryRepository: ReleaseRepository {
  package func resolve(_ name: String, as role: String) throws -> ObjectID {
    let steps = name.firstIndex { $0 == "~" || $0 == "^" } ?? name.endIndex
    guard var position = try start(String(name[..<steps])).map(position) else {
      throw Problem(.missing, "cannot read \(role) '\(name)': no such revision")
    }
    var rest = name[steps...]
    while let mark = rest.popFirst() {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard mark == "~" || mark == "^", let number = digits.isEmpty ? 1 : Int(digits) else {
        throw Self.untold("revision '\(name)'")
      }
      for parent in mark == "^" ? [number - 1] : Array(repeating: 0, count: number) {
        guard entries[position].parents.indices.contains(parent) else {
          throw Problem(.missing, "cannot read \(role) '\(name)': no such revision")
        }
        position = entries[position].parents[parent]
      }
    }
    return entries[position].commit.id
  }

  private func start(_ name: String) throws -> ObjectID? {
    if let id = ObjectID(name) { return id }
    for prefix in ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"] {
      if let id = try commit(ofReference: RefName(prefix + name)) { return id }
    }
    return nil
  }

  package func commit(ofReference name: RefName) throws -> ObjectID? {
    references[symbolicReferences[name.text] ?? name.text]
  }

  package func tagger(ofReference name: RefName) throws -> Signature? { taggers[name.text] }

  package func symbolicTarget(_ name: RefName) throws -> RefName? { symbolicReferences[name.text].map(RefName.init) }

  package func currentBranch() throws -> String? {
    try symbolicTarget(.head)?.branch
  }

  package func remoteNames() throws -> [String] { remotes }

  package func trackedRemote(of branch: String) throws -> String? { trackedRemotes[branch] }

  package func branches() throws -> [NamedRef] { try references(.branch) + references(.tracking) }

  package func references(_ kind: RefName.Kind) throws -> [NamedRef] {
    references.filter { $0.key.hasPrefix(kind.prefix) }.sorted { $0.key < $1.key }
      .map { NamedRef(name: RefName($0.key), id: $0.value) }
  }

  package func wasCommitted(_ id: ObjectID, on branch: RefName) throws -> Bool {
    branchLogs[branch.text]?.contains(id) ?? false
  }

  package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws -> Bool {
    guard ancestor != descendant else { return false }
    return try ancestors([position(of: descendant)]).contains(position(of: ancestor))
  }

  package func history(base: ObjectID, releases: [ObjectID], reader: MessageReader) throws -> InMemoryHistory {
    try InMemoryHistory(self, base: position(of: base), releases: releases.map(position), reader: reader)
  }

  package func commit(_ id: ObjectID) throws -> Commit? { knows(id) ? entries[try position(of: id)].commit : nil }

  package func commit(withPrefix prefix: String) throws -> Commit? {
    let found = entries.filter { $0.commit.id.hasPrefix(prefix) }
    return found.count == 1 ? found[0].commit : nil
  }

  package func notes(
    under reference: String, upTo limit: Int, on commits: () -> [ObjectID]
  ) throws -> CommitNotes {
    guard let known = notes[reference] else { return CommitNotes() }
    let commits = Set(commits())
    let wanted = known.filter { commits.contains($0.key) }
    var found = CommitNotes(wanted.filter { $0.value.count <= limit })
    found.tooLong = wanted.keys.filter { found.texts[$0] == nil }.sorted()
    return found
  }

  package func note(on commit: ObjectID, in notes: ObjectID) throws -> [UInt8]? { notesStates[notes]?[commit] }

  package func notedCommits(in notes: ObjectID) throws -> [ObjectID] {
    guard let state = notesStates[notes] else { throw Self.untold("notes \(notes)") }
    return Array(state.keys)
  }

  package var isBare: Bool { workTree == nil }
  package func hasGrafts() throws -> Bool { false }
  package func replacedObjects() throws -> [ObjectID] { [] }

  package func fileNames(in folder: String, of commit: ObjectID) throws -> [String] {
    let start = folder.isEmpty ? "" : folder + "/"
    return try tree(of: commit).entries.keys.filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count)) }.filter { !$0.contains("/") }.sorted()
  }

  package func file(_ path: String, in commit: ObjectID) throws -> TreeFile? {
    switch try tree(of: commit).entries[path] {
    case .file(let file): TreeFile(id: file.id, bytes: file.bytes)
    case .submodule: throw Problem(.badData, "cannot read '\(path)' of commit \(commit): it is not a file")
    case nil: nil
    }
  }

  package func workTreeFile(_ path: String) throws -> [UInt8]? { workTree?[path] }
}
