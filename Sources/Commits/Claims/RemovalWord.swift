/// A word that says that something is gone with a commit, of the product or of the work before it: what it is of, only
/// files tell.
package enum RemovalWord {
  static let forms: [ASCIIWord] = [
    "remove", "removes", "removed", "removing", "removal", "drop", "drops", "dropped", "dropping", "delete", "deletes",
    "deleted", "deleting", "deletion", "disable", "disables", "disabled", "disabling", "discard", "discards",
    "discarded", "discarding", "withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "get rid of",
    "gets rid of", "got rid of", "rip out", "rips out", "ripped out", "pull out", "pulls out", "pulled out",
    "no longer",
  ]

  /// Whether one stands in a subject.
  ///
  /// - Complexity: Linear in the subject, for each form.
  package static func stands(in subject: Span<UInt8>) -> Bool {
    var place = 0
    while place < subject.count {
      if subject[place].isASCIILetter, place == 0 || !subject[place - 1].isKeyCharacter,
        subject.end(ofOneOf: forms, at: place) != nil
      {
        return true
      }
      place += 1
    }
    return false
  }
}
