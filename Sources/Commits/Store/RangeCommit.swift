/// A commit of a list.
package struct RangeCommit: Sendable {
  let list: CommitList
  package let position: CommitPosition

  package var id: ObjectID { list.id(position) }
  /// The parents, first parent first; none for a root.
  package var parents: [ObjectID] { list.parentIDs(position) }
  package var isMerge: Bool { list.isMerge(position) }
  /// The first paragraph of the message, its lines joined by a blank.
  package var subject: String { String(decoding: list.subject(position), as: UTF8.self) }
  /// What the message says.
  package var facts: MessageFacts { list.facts(position) }

  package var author: Signature {
    Signature(list.author(position), at: Instant(seconds: list.authored(position)))
  }

  package var committer: Signature {
    Signature(list.committer(position), at: Instant(seconds: list.committed(position)))
  }
}
