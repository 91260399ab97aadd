import Fuzzing
import ReleaseScope

/// Work, and the branches on which it comes.
extension HistoryDraft {
  private static let verbs = ["Add", "Round", "Mend", "Show", "Sort", "Hide", "Count", "Check"]
  private static let things = ["the cart", "the total", "gift cards", "the voucher", "prices", "the mail", "orders"]

  /// Seldom one that another commit has.
  static func title(_ random: inout RandomNumbers) -> String {
    let verb = verbs[Int.random(in: verbs.indices, using: &random)]
    let thing = things[Int.random(in: things.indices, using: &random)]
    return random.isOne(in: 10) ? "\(verb) \(thing)" : "\(verb) \(thing) \(Int.random(in: 2...999, using: &random))"
  }

  /// - Parameter other: A ticket that the branch is not for.
  mutating func commitWork(on branch: Int, of other: Int? = nil, _ random: inout RandomNumbers) -> String? {
    let ticket = other ?? branches[branch].ticket ?? Int.random(in: world.tickets.indices, using: &random)
    var state = tip(of: branch).state
    let count = random.isOne(in: 5) ? 2 : 1
    var lines = world.untouched(by: ticket, in: state)
    // Now and then a next step on the same line.
    if lines.isEmpty || random.isOne(in: 5) { lines = world.lines(of: ticket) }
    guard !lines.isEmpty else { return nil }
    for line in lines.shuffled(using: &random).prefix(count) { world.write(line, in: &state) }
    let title = Self.title(&random)
    let isKeyless = other == nil && mode != .git && branches[branch].isTopic && random.isOne(in: 6)
    let form = isKeyless ? .plain : WorkForm.draw(mode, &random)
    commit(.work, on: branch, form.message(world.tickets[ticket], title), state, isKeyless: isKeyless)
    return "work of \(world.tickets[ticket]) on \(branches[branch].name)"
  }

  /// A branch for one ticket, with a first commit.
  mutating func startTopic(_ random: inout RandomNumbers) -> String? {
    guard branches.count < 5 else { return nil }
    let ticket = Int.random(in: world.tickets.indices, using: &random)
    let start = random.isOne(in: 3) ? Self.release : Self.main
    let key = world.tickets[ticket]
    let name = "feature/\(key)-\(["cart", "total", "mail"][Int.random(in: 0..<3, using: &random)])-\(branches.count)"
    branches.append(
      Branch(
        name: name, tip: branches[start].tip, ticket: ticket, start: branches[start].tip,
        title: "\(key) \(Self.title(&random))"))
    guard commitWork(on: branches.count - 1, &random) != nil else { return nil }
    return "\(name) from \(branches[start].name), with work"
  }

  mutating func merge(_ other: Int, into branch: Int, _ random: inout RandomNumbers) -> String? {
    let (ours, theirs) = (tip(of: branch), tip(of: other))
    guard !ours.reaches(branches[other].tip), let base = mergeBase(ours.ancestors, theirs.ancestors),
      let state = World.merge(base, ours.state, theirs.state)
    else { return nil }
    let form = MergeForm.draw(mode, isTopic: branches[other].isTopic, &random)
    let text = form.text(branches[other], into: branches[branch].name, form == .git ? nil : nextRequest())
    commit(
      .merge, on: branch, text.message, state, merging: [branches[other].tip], title: text.title,
      request: text.request)
    return "merge of \(branches[other].name) into \(branches[branch].name)"
  }

  /// A merge in which somebody changed one line more.
  mutating func mergeWithChanges(_ other: Int, into branch: Int, _ random: inout RandomNumbers) -> String? {
    let (ours, theirs) = (tip(of: branch), tip(of: other))
    guard let ticket = branches[other].ticket, !ours.reaches(branches[other].tip),
      let base = mergeBase(ours.ancestors, theirs.ancestors), var state = World.merge(base, ours.state, theirs.state),
      let line = world.linesApart(of: ticket).randomElement(using: &random)
    else { return nil }
    world.write(line, in: &state)
    let form = MergeForm.draw(mode, isTopic: true, &random)
    let text = form.text(branches[other], into: branches[branch].name, form == .git ? nil : nextRequest())
    commit(
      .merge, on: branch, text.message, state, merging: [branches[other].tip], title: text.title, request: text.request)
    return "merge of \(branches[other].name) into \(branches[branch].name), with a change"
  }

  /// A merge of two topics at once, as bots make them.
  mutating func mergeBatch(into branch: Int, _ random: inout RandomNumbers) -> String? {
    let topics = branches.indices.filter { branches[$0].isTopic && !missing($0, on: branch).isEmpty }
      .shuffled(using: &random).prefix(2)
    // Of which of them a commit without a key is, the message does not tell.
    guard topics.count == 2, topics.allSatisfy({ missing($0, on: branch).allSatisfy { !nodes[$0].isKeyless } }),
      !tip(of: topics[0]).reaches(branches[topics[1]].tip), !tip(of: topics[1]).reaches(branches[topics[0]].tip)
    else { return nil }
    var (state, ancestors) = (tip(of: branch).state, tip(of: branch).ancestors)
    for topic in topics {
      guard let base = mergeBase(ancestors, tip(of: topic).ancestors),
        let merged = World.merge(base, state, tip(of: topic).state)
      else { return nil }
      (state, ancestors) = (merged, ancestors | tip(of: topic).ancestors)
    }
    let numbers = topics.map { _ in nextRequest() }
    let titles = zip(numbers, topics).map { "\($0): \(branches[$1].title) r=ines a=dana\n\nAll of it.\n" }
    let message = "Merge \(numbers.map { "#\($0)" }.joined(separator: " "))\n\n" + titles.joined(separator: "\n")
    commit(.merge, on: branch, message, state, merging: topics.map { branches[$0].tip })
    return "merge of \(topics.map { branches[$0].name }.joined(separator: " and ")) into \(branches[branch].name)"
  }

  /// What a topic has that a line has not, oldest first.
  private func missing(_ topic: Int, on branch: Int) -> [Int] {
    let ours = tip(of: branch)
    return nodes.indices.filter { tip(of: topic).reaches($0) && !ours.reaches($0) }
  }

  mutating func squash(_ topic: Int, into branch: Int, _ random: inout RandomNumbers) -> String? {
    let commits = missing(topic, on: branch)
    let (ours, theirs) = (tip(of: branch), tip(of: topic))
    let isOnlyItsOwn = commits.allSatisfy { node in
      !nodes[node].isMerge && !nodes[node].isKeyless
        && tickets(changedBy: node).allSatisfy { $0 == branches[topic].ticket }
    }
    // The title of the pull request says that there is work of its own.
    let hasItsOwn = commits.contains { tickets(changedBy: $0).contains { $0 == branches[topic].ticket } }
    guard hasItsOwn, isOnlyItsOwn || mode == .parts && commits.allSatisfy(isWorkByItem),
      let base = mergeBase(ours.ancestors, theirs.ancestors),
      let state = World.merge(base, ours.state, theirs.state), state != ours.state
    else { return nil }
    let form = SquashForm.draw(mode, isListing: !isOnlyItsOwn, &random)
    let request = form == .git ? nil : nextRequest()
    let message = form.message(branches[topic], commits.map { nodes[$0] }, request)
    commit(.squash(of: commits), on: branch, message, state, request: request)
    return "squash of \(branches[topic].name) into \(branches[branch].name)"
  }

  /// Whether a list with a commit's subject says whose work it is: a key that ends an item counts where no other does.
  private func isWorkByItem(_ node: Int) -> Bool {
    guard case .work = nodes[node].kind else { return false }
    return tickets(changedBy: node).allSatisfy { ticket in
      ["", "[", "feat(shop): "].contains { nodes[node].subject.hasPrefix("\($0)\(world.tickets[ticket])") }
    }
  }

  /// Copies of a topic's commits on top of a line, as forges make them.
  mutating func rebase(_ topic: Int, onto branch: Int, _ random: inout RandomNumbers) -> String? {
    let commits = missing(topic, on: branch)
    guard !commits.isEmpty, commits.allSatisfy({ !nodes[$0].isMerge && !nodes[$0].isKeyless }) else { return nil }
    var states: [World.State] = []
    var state = tip(of: branch).state
    for commit in commits {
      guard let next = World.merge(before(commit), state, nodes[commit].state) else { return nil }
      states.append(next)
      state = next
    }
    for (copied, state) in zip(commits, states) where state != tip(of: branch).state {
      let node = nodes[copied]
      commit(.pick(of: copied), on: branch, node.message, state, author: node.author)
    }
    return "rebase of \(branches[topic].name) onto \(branches[branch].name)"
  }
}
