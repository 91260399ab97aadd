/// Two things that were seen and cannot both be right, such as a merge that nobody approved.
package struct Contradiction: Equatable, Sendable {
  /// The step that was not done as it should have been comes first.
  package var steps: [ProcessStep]
  package var text: String

  package init(_ steps: [ProcessStep], _ text: String) {
    self.steps = steps
    self.text = text
  }
}
