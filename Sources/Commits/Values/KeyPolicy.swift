/// Where a ticket key makes a commit the ticket's work.
package struct KeyPolicy: Equatable, Sendable {
  package var places: Set<KeyPlace> = Set(KeyPlace.allCases)
  /// Trailers besides those that always count, such as `Ticket` and `Jira`; compared without case.
  package var trailers: [String] = []
  /// Whether `shop-12` counts as `SHOP-12` for known projects, where a key opens a text, in trailers and in branch
  /// names.
  package var ignoresCase = true

  package init() {}
}
