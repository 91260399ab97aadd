/// What a message says about work that its commit takes back, or does again. A message may say so more than once.
package struct RevertClaim: Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    /// Takes back what is named, which may be a revert itself.
    case revert
    /// Does the named work again, and so undoes what took it back: `Reland "x"`, `This is a reland of commit <id>`.
    case reland
  }

  package enum Source: Equatable, Sendable {
    /// The subject, or the title of a pull request, says it.
    case subject
    /// Only the body does, below a subject about something else.
    case body
    /// An item of a squash body does, and names none of the other items.
    case item
    /// The same, where nothing else is left of the squash.
    case onlyItems
  }

  /// A title as it is quoted, without the reverts around it.
  package struct Title: Hashable, Sendable {
    /// The innermost text: of `Revert "Revert "x""`, x.
    package let text: String
    /// How many reverts stand around it: 0 for `x`, 1 for `Revert "x"`, 2 for `Reapply "x"` or `Revert^2 "x"`.
    package let depth: Int

    package init(_ text: String, depth: Int) {
      self.text = text
      self.depth = depth
    }
  }

  /// A run of commits, as `<first>^..<last>`.
  package struct Run: Hashable, Sendable {
    package let first: WrittenID
    package let last: WrittenID

    package init(first: WrittenID, last: WrittenID) {
      self.first = first
      self.last = last
    }
  }

  package var action: Action
  package var source: Source
  /// Whether the words can mean nothing else. Those of `Revert to the old driver` can: then it is a revert only when a
  /// target is found.
  package var isCertain: Bool
  /// Whether it says that it takes back only a part: `Partially revert "x"`.
  package var isPartial = false
  /// Whether the message names more than is kept of one; then some of it is in no claim.
  package var isCut = false
  /// In order, each once.
  package var ids: [WrittenID] = []
  package var runs: [Run] = []
  /// The parents of merges to which it takes these back: git's `reversing changes made to <id>`.
  package var keptParents: [WrittenID] = []
  /// The pull requests that are named, quoted titles included: 12 for `Reverts shop/web#12`.
  package var requests: [Int] = []
  /// The changes that are named as a review tool has them.
  package var reviews: [ReviewName] = []
  /// The titles that are quoted or follow the verb. What is taken back has one of them.
  package var titles: [Title] = []
  /// The tickets that stand behind the verb. Those before it are the commit's own.
  package var keys: [TicketKey] = []
  /// Of an item of a squash, the tickets before the verb that nothing else of the message gives: its own, or those of
  /// what it takes back.
  package var openedBy: [TicketKey] = []

  package init(_ action: Action, in source: Source, isCertain: Bool = true) {
    self.action = action
    self.source = source
    self.isCertain = isCertain
  }
}
