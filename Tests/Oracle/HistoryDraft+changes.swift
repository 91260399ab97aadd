import Fuzzing
import ReleaseScope

/// What is taken back, done again, or copied.
extension HistoryDraft {
  mutating func revert(
    on branch: Int, _ random: inout RandomNumbers, _ isMeant: (Node) -> Bool
  ) -> String? {
    let ours = tip(of: branch)
    let candidates = nodes.indices.filter { node in
      guard ours.reaches(node), !nodes[node].parents.isEmpty, isMeant(nodes[node]) else { return false }
      // Only merges of topics: to take back that of a whole line is another thing.
      return !nodes[node].isMerge || (mode == .wide && nodes[node].request != nil)
        || branches.contains { $0.isTopic && nodes[node].message.contains($0.name) }
    }
    guard let target = candidates.randomElement(using: &random),
      let state = World.merge(nodes[target].state, ours.state, before(target)), state != ours.state
    else { return nil }
    let form = RevertForm.draw(mode, self, of: target, on: branch, &random)
    let text = form.message(self, of: target, request: form.needsRequest ? nextRequest() : nil)
    let kind: Node.Kind =
      if case .revert(let other) = nodes[target].kind { .reland(of: other) } else { .revert(of: target) }
    commit(kind, on: branch, text, state)
    let verb = if case .reland = kind { "undoing" } else { "revert" }
    return "\(verb) of \(nodes[target].id.abbreviated.prefix(7)) on \(branches[branch].name)"
  }

  /// Takes back one of the commits that a squash is made of and lists.
  mutating func revertPart(on branch: Int, _ random: inout RandomNumbers) -> String? {
    let ours = tip(of: branch)
    var candidates: [(part: Int, squash: Int)] = []
    for squash in nodes.indices where ours.reaches(squash) {
      guard case .squash(let parts) = nodes[squash].kind else { continue }
      let message = nodes[squash].message
      candidates += parts.filter { isWork($0) && message.contains(nodes[$0].subject) }.map { ($0, squash) }
    }
    guard let (part, squash) = candidates.randomElement(using: &random),
      let state = World.merge(nodes[part].state, ours.state, before(part)), state != ours.state,
      let form = RevertForm.drawPart(self, part, of: squash, &random)
    else { return nil }
    commit(.revert(of: part), on: branch, form.message(self, of: part, request: nil), state)
    return "revert of \(nodes[part].id.abbreviated.prefix(7)) on \(branches[branch].name), a part of "
      + nodes[squash].id.abbreviated.prefix(7)
  }

  private func isWork(_ node: Int) -> Bool {
    if case .work = nodes[node].kind { true } else { false }
  }

  /// A commit that says that it takes something back, and changes nothing.
  mutating func revertNothing(on branch: Int, _ random: inout RandomNumbers) -> String? {
    let ours = tip(of: branch)
    let candidates = nodes.indices.filter {
      ours.reaches($0) && !nodes[$0].isMerge && !nodes[$0].parents.isEmpty && nodes[$0].state != before($0)
    }
    guard let target = candidates.randomElement(using: &random) else { return nil }
    let form = RevertForm.draw(mode, self, of: target, on: branch, &random)
    let text = form.message(self, of: target, request: form.needsRequest ? nextRequest() : nil)
    commit(.nothing, on: branch, text, ours.state)
    return "revert of \(nodes[target].id.abbreviated.prefix(7)) on \(branches[branch].name) that changes nothing"
  }

  mutating func pick(onto branch: Int, _ random: inout RandomNumbers, _ isMeant: (Node) -> Bool) -> String? {
    let ours = tip(of: branch)
    let candidates = nodes.indices.filter { node in
      guard !ours.reaches(node), !nodes[node].parents.isEmpty, !nodes[node].isKeyless, isMeant(nodes[node])
      else { return false }
      // What a copy of a merge has must be of the ticket that the merge names.
      return !nodes[node].isMerge
        || tickets(changedBy: node).allSatisfy { nodes[node].message.contains(world.tickets[$0].description) }
    }
    guard let origin = candidates.randomElement(using: &random),
      var state = World.merge(before(origin), ours.state, nodes[origin].state), state != ours.state
    else { return nil }
    // Somebody who mends a conflict changes one line more.
    var isAdapted = false
    if random.isOne(in: 6), let ticket = tickets(changedBy: origin).first, case .work = nodes[origin].kind,
      let line = world.untouched(by: ticket, in: state).randomElement(using: &random)
    {
      world.write(line, in: &state)
      isAdapted = true
    }
    let mark = PickMark.draw(mode, &random)
    let message = mark.message(nodes[origin].message, nodes[origin].id)
    commit(.pick(of: origin), on: branch, message, state, title: nodes[origin].title, author: nodes[origin].author)
    let what = "pick of \(nodes[origin].id.abbreviated.prefix(7)) onto \(branches[branch].name)"
    return isAdapted ? "\(what), adapted" : what
  }
}
