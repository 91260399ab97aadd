package import ReleaseScope
import ScopeCheck

/// What two revisions of an ``InMemoryRepository`` reach, as sets.
package final class InMemoryHistory: ReleaseHistory {
  private let repository: InMemoryRepository
  private let base: Int
  private let releases: [Int]
  private let reader: MessageReader
  private let onBase: Set<Int>
  private let inRelease: Set<Int>

  init(_ repository: InMemoryRepository, base: Int, releases: [Int], reader: MessageReader) {
    self.repository = repository
    self.base = base
    self.releases = releases
    self.reader = reader
    onBase = repository.ancestors([base])
    inRelease = repository.ancestors(releases)
  }

  package var missing: (shallow: [ObjectID], objects: [ObjectID]) { ([], []) }
  package var certainAfter: Instant? { nil }

  package func range() throws -> CommitRange {
    let bases = repository.mergeBases(inRelease, onBase).map { repository.entries[$0].commit }
    return CommitRange(
      commits: list(inRelease.subtracting(onBase)), baseOnly: list(onBase.subtracting(inRelease)),
      mergeBases: bases.map { .init(id: $0.id, tree: $0.tree) }.sorted { $0.id < $1.id })
  }

  package func contains(_ id: ObjectID) -> Bool {
    guard let position = try? repository.position(of: id) else { return false }
    return onBase.contains(position) || inRelease.contains(position)
  }

  package func common(withPrefix prefix: String) throws -> ObjectID? {
    guard let id = try repository.commit(withPrefix: prefix)?.id else { return nil }
    return try onBase.intersection(inRelease).contains(repository.position(of: id)) ? id : nil
  }

  package func isOnBase(_ id: ObjectID) throws -> Bool {
    guard repository.knows(id) else { return false }
    return try onBase.contains(repository.position(of: id))
  }

  package func commits(onlyReachableFrom tip: ObjectID) throws -> CommitList {
    list(repository.ancestors([try repository.position(of: tip)]).subtracting(onBase).subtracting(inRelease))
  }

  package func reached(_ ids: Set<ObjectID>, from tip: ObjectID) throws -> Set<ObjectID> {
    let reached = repository.ancestors([try repository.position(of: tip)])
    return try ids.filter { try reached.contains(repository.position(of: $0)) }
  }

  package func mergeOfRelease(into base: ObjectID) -> ObjectID? {
    guard let release = releases.first, onBase.contains(release), var next = try? repository.position(of: base)
    else { return nil }
    while next != release, let parent = repository.entries[next].parents.first {
      guard repository.ancestors([parent]).contains(release) else { return repository.entries[next].commit.id }
      next = parent
    }
    return nil
  }

  /// Children before parents; of several that could come next, the newest, then the one with the smallest id.
  private func list(_ positions: Set<Int>) -> CommitList {
    var childrenLeft: [Int: Int] = [:]
    for position in positions {
      for parent in repository.entries[position].parents { childrenLeft[parent, default: 0] += 1 }
    }
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      let (left, right) = (repository.entries[left].commit, repository.entries[right].commit)
      return (right.committer.time, left.id) < (left.committer.time, right.id)
    }
    var ready = positions.filter { childrenLeft[$0] == nil }
    var ordered: [Commit] = []
    while let next = ready.min(by: comesBefore) {
      ready.remove(next)
      ordered.append(repository.entries[next].commit)
      for parent in repository.entries[next].parents where positions.contains(parent) {
        childrenLeft[parent, default: 0] -= 1
        if childrenLeft[parent] == 0 { ready.insert(parent) }
      }
    }
    return CommitList(ordered, reader: reader)
  }
}
