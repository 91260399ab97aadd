/// How release notes group tickets, and which they leave out.
package struct NotesPolicy: Equatable, Sendable {
  /// The heading of a type's tickets, in the order of the policy.
  package var headings: [(type: String, heading: String)] = []
  /// Issue types that are counted and not named, compared without case.
  package var internalTypes: [String] = []
  package var internalLabels: [String] = []

  package init() {}

  package static func == (left: Self, right: Self) -> Bool {
    left.headings.elementsEqual(right.headings, by: ==) && left.internalTypes == right.internalTypes
      && left.internalLabels == right.internalLabels
  }
}
