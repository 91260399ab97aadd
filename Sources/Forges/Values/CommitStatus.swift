/// What stands beside a commit on its forge.
package struct CommitStatus: Equatable, Sendable {
  package enum State: String, Equatable, Sendable {
    case success
    case failure
    /// Nobody could tell.
    case error
  }

  package var state: State
  /// What it is known by; a later one of the same name takes its place.
  package var name: String
  package var description: String
  /// Where its name leads.
  package var url: String?

  package init(_ state: State, name: String = "relscope", description: String, url: String? = nil) {
    self.state = state
    self.name = name
    self.description = description
    self.url = url
  }

  /// The description, cut to so many UTF-16 units.
  func description(upTo limit: Int) -> String {
    guard description.utf16.count > limit else { return description }
    var text = description
    while text.utf16.count >= limit { text.removeLast() }
    return text + "…"
  }
}
