import ReleaseScope

extension HistoryDraft {
  /// The tickets that copies of reverts in the range name, and nothing that these build on has the title or the change
  /// which they take back: what they take away came in another commit, and messages do not tell in which.
  func untold() -> Set<TicketKey> {
    let (base, release) = (tip(of: Self.main), tip(of: Self.release))
    var found: Set<TicketKey> = []
    for node in nodes.indices where release.reaches(node) && !base.reaches(node) {
      guard case .pick(var copied) = nodes[node].kind else { continue }
      while case .pick(let other) = nodes[copied].kind { copied = other }
      guard case .revert(let target) = nodes[copied].kind, !nodes[node].reaches(target) else { continue }
      let isTold = nodes.indices.contains { other in
        other != node && nodes[node].reaches(other)
          && (nodes[other].subject == nodes[target].subject || isInverse(other, of: node))
      }
      if !isTold { found.formUnion(world.tickets.filter { nodes[node].message.contains($0.description) }) }
    }
    return found
  }

  private func isInverse(_ node: Int, of other: Int) -> Bool {
    let (old, new, before, after) = (self.before(node), nodes[node].state, self.before(other), nodes[other].state)
    return old.indices.allSatisfy { line in
      old[line] == new[line] ? before[line] == after[line] : old[line] == after[line] && new[line] == before[line]
    }
  }
}
