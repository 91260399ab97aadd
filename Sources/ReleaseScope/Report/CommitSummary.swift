/// What people know a commit by.
package struct CommitSummary: Equatable, Sendable {
  package var id: ObjectID
  package var subject: String
  package var author: String
  package var date: Instant

  package init(id: ObjectID, subject: String, author: String, date: Instant) {
    self.id = id
    self.subject = subject
    self.author = author
    self.date = date
  }
}
