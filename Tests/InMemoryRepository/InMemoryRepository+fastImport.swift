import ReleaseScope

extension InMemoryRepository {
  /// Everything that `git fast-import` needs to make the same repository, to the last id, but for HEAD and notes.
  package var fastImportStream: [UInt8] {
    var stream: [UInt8] = []
    func add(_ text: String) { stream += text.utf8 }
    func add(data: [UInt8]) {
      add("data \(data.count)\n")
      stream += data
      add("\n")
    }
    for (place, entry) in entries.enumerated() {
      let commit = entry.commit
      // Each on a ref of its own, so that no one's parent is guessed.
      add("commit refs/import/\(place)\nmark :\(place + 1)\n")
      for (role, who) in [("author", commit.author), ("committer", commit.committer)] {
        add("\(role) \(who.name) <\(who.email)> \(who.time.seconds) +0000\n")
      }
      add(data: commit.message)
      for (number, parent) in entry.parents.enumerated() { add("\(number == 0 ? "from" : "merge") :\(parent + 1)\n") }
      let old = entry.parents.first.map { entries[$0].tree } ?? .empty
      for path in entry.tree.changedPaths(from: old) {
        switch entry.tree.entries[path] {
        case .file(let file):
          add("M 100644 inline \(path)\n")
          add(data: file.bytes)
        case .submodule(let id): add("M 160000 \(id) \(path)\n")
        case nil: add("D \(path)\n")
        }
      }
      add("\n")
    }
    for (name, id) in references.sorted(by: { $0.key < $1.key }) {
      guard let place = try? position(of: id) else { continue }
      add("reset \(name)\nfrom :\(place + 1)\n\n")
    }
    let nothing = String(repeating: "0", count: 40)
    for place in entries.indices { add("reset refs/import/\(place)\nfrom \(nothing)\n\n") }
    add("done\n")
    return stream
  }
}
