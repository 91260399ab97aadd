/// What the net scope depends on and messages alone do not tell: asked in rounds, each of which knows the answers
/// before.
package struct ScopeQuestions: Equatable, Sendable {
  /// Of the commits that one side has.
  package struct Side: Equatable, Sendable {
    /// Ids that messages name and the side lacks, with the commits of which they have to be ancestors.
    package var named: [WrittenID: Set<ObjectID>] = [:]
    /// Commits elsewhere that may have copies among `candidates`.
    package var samePatch: Set<ObjectID> = []
    /// Commits that may take back an earlier one of the side exactly, with those that come into question.
    package var inverses: [ObjectID: [ObjectID]] = [:]
    /// Commits with what they are said to take back: whether they do so exactly.
    package var exact: [ObjectID: Set<ObjectID>] = [:]
    /// Merges that are taken back, and that brought commits which both sides have.
    package var brought: Set<ObjectID> = []
    /// Commits of which it has to be known what their messages list.
    package var lists: Set<ObjectID> = []
    /// Commits of which it has to be known whether they change anything.
    package var changes: Set<ObjectID> = []
    /// By commit, those of whose changes its files may have nothing left.
    package var remains: [ObjectID: Set<ObjectID>] = [:]
    /// Commits that others may take back exactly without a word, and those others.
    package var reversals: Reversals?
    /// By commit with words of taking back, the work of the tickets that it names: what of it is gone with the commit.
    package var gone: [ObjectID: [ObjectID]] = [:]
    /// Commits with words of taking back: what older than the range they take back exactly.
    package var olderInverses: Set<ObjectID> = []
    /// By commit, what it says of work that may be older than the range.
    package var earlier: [ObjectID: Description] = [:]

    var isEmpty: Bool { self == Self() }
  }

  package struct Reversals: Equatable, Sendable {
    package var earlier: [ObjectID] = []
    package var by: [ObjectID] = []
  }

  /// How a message describes work without an id.
  package struct Description: Equatable, Sendable {
    package var titles: [RevertClaim.Title] = []
    package var requests: [Int] = []
    package var reviews: [ReviewName] = []
    package var keys: [TicketKey] = []
    /// Of commits that it may be a copy or a squash of.
    package var ids: [WrittenID] = []
  }

  /// A line of the range that may be on the base as one commit.
  package struct Line: Hashable, Sendable {
    /// The tree from which it set out.
    package let start: ObjectID
    /// Oldest first.
    package let commits: [ObjectID]
  }

  package var range = Side()
  package var base = Side()
  /// See ``BaseComparison/PatchQuestion``.
  package var patches: BaseComparison.PatchQuestion?
  /// See ``BaseComparison/SquashQuestion``.
  package var squashes: BaseComparison.SquashQuestion?

  package var isEmpty: Bool { self == Self() }
}
