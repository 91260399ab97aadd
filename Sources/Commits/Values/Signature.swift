/// Who made a commit, and when.
package struct Signature: Hashable, Sendable {
  package let person: Person
  package let time: Instant

  package var name: String { person.name }
  package var email: String { person.email }

  package init(_ person: Person, at time: Instant) {
    self.person = person
    self.time = time
  }

  package init(name: String, email: String, time: Instant) {
    self.init(Person(name: name, email: email), at: time)
  }
}
