/// What a repository said to ``ScopeQuestions``. What was asked is answered, with nothing if there is nothing.
package struct ScopeAnswers: Sendable {
  /// A commit, and what its message says.
  package struct Known: Sendable {
    package let id: ObjectID
    package let isMerge: Bool
    package let facts: MessageFacts
    /// Whether both sides have it.
    package let isCommon: Bool
    /// Those of the asking commits that it is an ancestor of.
    package let descendants: Set<ObjectID>
    /// The tickets of what it takes back, for a revert that names none.
    package let keysOfTargets: [TicketKey]
    /// Of a revert, whether what it takes back takes work back itself; `nil` where that was not found.
    package let isOfRevert: Bool?
    /// What a merge brought that is taken back, or done again, with it; merges left out.
    package let originals: [Known]

    package init(
      id: ObjectID, isMerge: Bool, facts: MessageFacts, isCommon: Bool, descendants: Set<ObjectID>,
      keysOfTargets: [TicketKey] = [], isOfRevert: Bool? = nil, originals: [Known] = []
    ) {
      self.id = id
      self.isMerge = isMerge
      self.facts = facts
      self.isCommon = isCommon
      self.descendants = descendants
      self.keysOfTargets = keysOfTargets
      self.isOfRevert = isOfRevert
      self.originals = originals
    }
  }

  package struct Earlier: Sendable {
    package var described: [Known] = []
    package var work: [Known] = []
    /// Whether merges name one of the tickets: these may have brought work that names none.
    package var hasMerges = false

    package init() {}
  }

  /// A commit whose work is looked for in a tree, or in the tree of another commit.
  package struct CommitInTree: Hashable, Sendable {
    package let commit: ObjectID
    package let tree: ObjectID

    package init(of commit: ObjectID, in tree: ObjectID) {
      self.commit = commit
      self.tree = tree
    }

    package func _rawHashValue(seed: Int) -> Int {
      HashMixing.hash(commit.high, seed: tree._rawHashValue(seed: seed))
    }
  }

  /// `nil` for what names no commit here, or more than one.
  package var named: [WrittenID: Known?] = [:]
  package var samePatch: [ObjectID: [ObjectID]] = [:]
  package var inverses: [ObjectID: [ObjectID]] = [:]
  /// By commit that was asked about, whether it takes another back exactly.
  package var exact: [ObjectID: [ObjectID: Bool]] = [:]
  package var brought: [ObjectID: [Known]] = [:]
  /// What the message of a commit lists.
  package var lists: [ObjectID: [ListedWork]] = [:]
  /// Whether a commit changes anything.
  package var changes: [ObjectID: Bool] = [:]
  /// By commit that was asked about, those that take it back exactly.
  package var reversals: [ObjectID: [ObjectID]] = [:]
  /// By commit that was asked about, whether work was gone with it.
  package var gone: [ObjectID: [ObjectID: Bool]] = [:]
  /// By commit that was asked about, the work of which a part was gone with it.
  package var goneInPart: [ObjectID: Set<ObjectID>] = [:]
  package var olderInverses: [ObjectID: [Known]] = [:]
  /// The ancestors that both sides have and that fit a description: the newest with each title and number, and all work
  /// for the tickets, newest first. Not all of them: a repository looks back so far.
  package var earlier: [ObjectID: Earlier] = [:]
  /// What a commit's files have of another's changes; `.some` where that could not be read.
  package var remains: [CommitInTree: Remains] = [:]
  /// For commits of the range, those on the base with the same patch.
  package var patches: [ObjectID: [ObjectID]]?
  /// For commits of the base, the commit of the range up to which they have everything.
  package var squashes: [ObjectID: ObjectID]?

  package init() {}
}
