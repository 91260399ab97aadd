import ReleaseScope

/// A small history written down commit by commit, oldest first, and what relscope makes of it.
struct Story: Sendable {
  private var commits: [Commit] = []
  private var baseOnly: [Commit] = []
  private var mergeBaseTree = "start"
  var samePatchOnBase: [ObjectID: [ObjectID]] = [:]
  /// What the repository says besides; what is asked and not told here has an empty answer.
  var answers = ScopeAnswers()
  /// Commits that are on neither side, and their messages.
  var elsewhere: [(name: String, message: String)] = []
  var outside: [(name: String, message: String)] = []
  /// What commits say that they take back, whatever their messages say; by name.
  var claims: [String: [RevertClaim]] = [:]
  /// What else messages say.
  var said: [String: @Sendable (inout MessageFacts) -> Void] = [:]
  var notes: [String: String] = [:]
  var aliases: [TicketKey: TicketKey] = [:]
  var policy = KeyPolicy()
  var projects = ["SHOP", "PAY"]
  var planned: [String] = []

  /// The id of a commit by its name: the name's bytes, then zeros.
  static func id(_ name: String) -> ObjectID {
    let bytes = Array(name.utf8.prefix(20))
    guard let id = ObjectID(bytes: (bytes + Array(repeating: 0, count: 20 - bytes.count))[...]) else {
      preconditionFailure("20 bytes are an id")
    }
    return id
  }

  /// Adds a commit to the range, on top of the one before unless `parents` says otherwise.
  mutating func commit(_ name: String, _ message: String, on parents: [String]? = nil, tree: String? = nil) {
    let parents = parents?.map(Self.id) ?? [commits.last?.id ?? Self.id("base")]
    commits.append(Self.made(name, message, parents, tree, at: commits.count))
  }

  /// Adds a commit that only the base has.
  ///
  /// - Parameter time: Seconds after the first; a second after the one before if `nil`.
  mutating func onBase(
    _ name: String, _ message: String, tree: String? = nil, parents: [String]? = nil, at time: Int? = nil,
    by author: String = "Dana"
  ) {
    let parents = parents?.map(Self.id) ?? [baseOnly.last?.id ?? Self.id("base")]
    baseOnly.append(Self.made(name, message, parents, tree, at: time ?? baseOnly.count, by: author))
  }

  private static func made(
    _ name: String, _ message: String, _ parents: [ObjectID], _ tree: String?, at place: Int, by author: String = "Dana"
  ) -> Commit {
    let person = Signature(name: author, email: "dana@example.com", time: Instant(seconds: Int64(1_000 + place)))
    return Commit(
      id: id(name), tree: id(tree ?? "tree of \(name)"), parents: parents, author: person, committer: person,
      message: Array(message.utf8))
  }

  var reader: MessageReader {
    let projects = projects.compactMap { try? ProjectKey(parsing: $0) }
    return MessageReader(
      scanner: KeyScanner(projects: projects, ignoresCase: policy.ignoresCase), policy: policy,
      planned: planned.compactMap { try? TicketKey(parsing: $0) })
  }

  var range: CommitRange {
    let reader = reader
    return CommitRange(
      commits: CommitList(commits.reversed()) { facts(of: $0, reader) },
      baseOnly: CommitList(baseOnly.reversed()) { facts(of: $0, reader) },
      mergeBases: [.init(id: Self.id("base"), tree: Self.id(mergeBaseTree))])
  }

  private func facts(of commit: Commit, _ reader: MessageReader) -> MessageFacts {
    var facts = reader.facts(of: commit)
    let name = Self.name(commit.id)
    if let claims = claims[name] { facts.reverts = claims }
    said[name]?(&facts)
    return facts
  }

  var scope: NetScope { NetScope(answered { _ in }) }

  /// What is asked until all is known, in order.
  var questions: [ScopeQuestions] {
    var asked: [ScopeQuestions] = []
    _ = answered { asked.append($0) }
    return asked
  }

  private func answered(_ note: (ScopeQuestions) -> Void) -> NetScope.Draft {
    let reader = reader
    var draft = NetScope.Draft(range)
    for (name, note) in notes { draft.notes[Self.id(name)] = reader.keys(inNote: Array(note.utf8)) }
    draft.aliases = aliases
    while let questions = draft.questions {
      note(questions)
      draft.answer(answers(to: questions, reader))
    }
    return draft
  }

  private func answers(to questions: ScopeQuestions, _ reader: MessageReader) -> ScopeAnswers {
    var answers = self.answers
    for side in [questions.range, questions.base] {
      for (id, asking) in side.named where answers.named[id] == nil {
        answers.named[id] = .some(known(id, asking, reader))
      }
      for id in side.samePatch where answers.samePatch[id] == nil { answers.samePatch[id] = [] }
      for id in side.inverses.keys where answers.inverses[id] == nil { answers.inverses[id] = [] }
      for (id, others) in side.exact {
        for other in others where answers.exact[id]?[other] == nil { answers.exact[id, default: [:]][other] = false }
      }
      for (id, earlier) in side.gone where self.answers.gone[id] == nil {
        for other in earlier {
          answers.gone[id, default: [:]][other] =
            self.answers.remains[.init(of: other, in: id)] == Remains.none
            && self.answers.remains[.init(of: other, in: parent(of: id))] != Remains.none
        }
      }
      for id in side.olderInverses where answers.olderInverses[id] == nil { answers.olderInverses[id] = [] }
      for id in side.reversals?.earlier ?? [] where answers.reversals[id] == nil { answers.reversals[id] = [] }
      for id in side.brought where answers.brought[id] == nil { answers.brought[id] = [] }
      for id in side.earlier.keys where answers.earlier[id] == nil { answers.earlier[id] = .init() }
      for id in side.lists where answers.lists[id] == nil {
        let message = (commits + baseOnly).first { $0.id == id }?.message ?? []
        answers.lists[id] = reader.listedWork(in: message)
      }
      for id in side.changes where answers.changes[id] == nil { answers.changes[id] = true }
      for (commit, others) in side.remains {
        for other in others where answers.remains[.init(of: other, in: commit)] == nil {
          answers.remains[.init(of: other, in: commit)] = commit == Self.id("base") ? Remains.none : .all
        }
      }
    }
    if questions.patches != nil { answers.patches = samePatchOnBase }
    if questions.squashes != nil { answers.squashes = answers.squashes ?? [:] }
    return answers
  }

  private func parent(of id: ObjectID) -> ObjectID {
    (commits + baseOnly).first { $0.id == id }?.parents.first ?? id
  }

  private func known(_ id: WrittenID, _ asking: Set<ObjectID>, _ reader: MessageReader) -> ScopeAnswers.Known? {
    for (isCommon, commits) in [(true, outside), (false, elsewhere)] {
      for (name, message) in commits where id.names(Self.id(name)) {
        let commit = Self.made(name, message, [], nil, at: 0)
        return .init(
          id: commit.id, isMerge: false, facts: facts(of: commit, reader), isCommon: isCommon, descendants: asking)
      }
    }
    return nil
  }

  /// `SHOP-1: delivered`, by key, without what is only mentioned.
  var states: [String: String] {
    let tickets = scope.tickets.values.filter { $0.state != .mentioned }
    return Dictionary(uniqueKeysWithValues: tickets.map { ($0.key.description, $0.state.rawValue) })
  }

  /// The names of the commits that are a ticket's work, newest first.
  func work(_ key: String) -> [String] {
    scope.tickets.values.first { $0.key.description == key }?.evidence.map { Self.name($0.commit) } ?? []
  }

  var mentioned: [String] {
    scope.tickets.values.filter { $0.state == .mentioned }.map(\.key).sorted().map(\.description)
  }

  /// The names of the commits without a ticket.
  var untracked: [String] { scope.withoutTicket.map(Self.name) }

  /// What a revert does, with commits by name.
  struct Taken: Equatable {
    var undoes: [String] = []
    var inPart: [String] = []
    var restores: [String] = []
    var outside: [String] = []
    var unresolved: [String] = []
    var by: [RevertMatch] = []
  }

  /// What the commit does as a revert; `nil` if it is none.
  func taken(_ name: String) -> Taken? {
    scope.reverts.first { $0.commit == Self.id(name) }.map {
      Taken(
        undoes: $0.undoes.map(Self.name), inPart: $0.undoesInPart.map(Self.name), restores: $0.restores.map(Self.name),
        outside: $0.outside.map(Self.name), unresolved: $0.unresolved, by: $0.by)
    }
  }

  static func name(_ id: ObjectID) -> String {
    String(decoding: id.bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// What git writes into the body of a revert.
  static func reverts(_ name: String) -> String { "This reverts commit \(id(name))." }

  /// What `git cherry-pick -x` writes.
  static func picked(_ name: String) -> String { "(cherry picked from commit \(id(name)))" }
}

/// The facts of one message.
func facts(
  _ message: String, isMerge: Bool = false, projects: [String] = ["SHOP", "PAY"], planned: [String] = [],
  policy: KeyPolicy = KeyPolicy()
) -> MessageFacts {
  var story = Story()
  story.projects = projects
  story.planned = planned
  story.policy = policy
  story.commit("one", message, on: isMerge ? ["base", "side"] : ["base"])
  return story.range.commits[story.range.commits.startIndex].facts
}

extension MessageFacts {
  /// `SHOP-1 subject`, in order.
  var uses: [String] { implements.map { "\($0.key) \($0.place.rawValue)" } }
}
