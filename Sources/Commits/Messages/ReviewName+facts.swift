extension ReviewName {
  /// Whether the change of a message is meant.
  package func isOf(_ facts: MessageFacts) -> Bool {
    isOf(changeID: facts.changeID, differential: facts.differential)
  }
}
