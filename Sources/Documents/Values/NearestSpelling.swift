import ReleaseScope

/// Finds the known word that `word` was most likely meant to be.
///
/// Upper and lower case, and `_`, `-` and blanks, count as the same.
///
/// - Parameter limit: How many edits it may be away; `nil` for a third of the word's length.
/// - Returns: The nearest of `known`, the first of several; `nil` if all are further than that.
func nearestSpelling(of word: String, among known: [String], limit: Int? = nil) -> String? {
  let folded = fold(word)
  guard folded.count <= 64 else { return nil }
  let limit = limit ?? max(1, folded.count / 3)
  var nearest: (word: String, edits: Int)?
  for candidate in known {
    guard let edits = editDistance(folded, fold(candidate), limit: limit) else { continue }
    if edits < nearest?.edits ?? .max { nearest = (candidate, edits) }
  }
  return nearest?.word
}

private func fold(_ word: String) -> [UInt8] {
  word.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
}
