/// An author or a committer.
package struct Person: Hashable, Sendable {
  package let name: String
  package let email: String

  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  package static let dana = Person(name: "Dana Weber", email: "dana@example.com")
  package static let milan = Person(name: "Milan Horvat", email: "milan@example.com")
  package static let bot = Person(name: "renovate[bot]", email: "29139614+renovate[bot]@users.noreply.github.com")
}
