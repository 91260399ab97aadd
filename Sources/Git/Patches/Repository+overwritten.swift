package import Commits

extension Repository {
  /// How many commits with the same line are looked at: a line that more have tells nothing of one.
  private static let mostMakers = 16

  /// For each of `commits`, those of them whose lines it took away, at the same path, and put others in their place.
  ///
  /// Lines of blanks are left out, and lines of which the other side of a change has some too. A commit of which an
  /// object is not here takes part in nothing.
  ///
  /// - Parameter removers: Commits of which it is asked also where they put nothing in the place.
  /// - Complexity: Linear in the changed lines.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func overwritten(
    by commits: [ObjectID], removers: Set<ObjectID>
  ) throws(GitError) -> [ObjectID: Set<ObjectID>] {
    var makers: [String: [LineCounts.Line: [ObjectID]]] = [:]
    var takers: [(commit: ObjectID, path: String, lines: [LineCounts.Line])] = []
    for commit in commits {
      do throws(GitError) {
        for change in try changes(of: commit).changes {
          guard let changed = try changedLines(change) else { continue }
          for line in changed.added where line.others == 0 {
            var known = makers[change.path]?[line.line] ?? []
            guard known.count < Self.mostMakers else { continue }
            known.append(commit)
            makers[change.path, default: [:]][line.line] = known
          }
          guard removers.contains(commit) || changed.added.contains(where: { $0.others == 0 }) else { continue }
          let removed = changed.removed.filter { $0.others == 0 }.map(\.line)
          if !removed.isEmpty { takers.append((commit, change.path, removed)) }
        }
      } catch {
        guard error.code == .missingObject else { throw error }
      }
    }
    var overwritten: [ObjectID: Set<ObjectID>] = [:]
    for taker in takers {
      let found = taker.lines.flatMap { makers[taker.path]?[$0] ?? [] }
      if !found.isEmpty { overwritten[taker.commit, default: []].formUnion(found) }
    }
    return overwritten
  }
}
