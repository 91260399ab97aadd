/// Without the standard library's search, whose tables take a thirtieth of a hook to set up.
extension String {
  /// The text before and after the first `separator`; `nil` if there is none.
  ///
  /// - Parameter separator: Not empty.
  /// - Complexity: The product of the lengths at worst.
  package func splitOnce(_ separator: String) -> (before: String, after: String)? {
    place(of: separator, from: startIndex).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }

  /// The text with `part` at each place that `mark` holds.
  ///
  /// - Parameter mark: Not empty.
  /// - Complexity: The product of the lengths of the text and `mark` at worst, and linear in the result.
  package func filling(_ mark: String, with part: String) -> String {
    var result = ""
    var rest = startIndex
    while let place = place(of: mark, from: rest) {
      result += self[rest..<place.lowerBound] + part
      rest = place.upperBound
    }
    return result + self[rest...]
  }

  /// The first place at `start` or later where the bytes of `text` are.
  private func place(of text: String, from start: Index) -> Range<Index>? {
    var place = start
    while place < utf8.endIndex {
      if utf8[place...].starts(with: text.utf8) {
        return place..<utf8.index(place, offsetBy: text.utf8.count)
      }
      utf8.formIndex(after: &place)
    }
    return nil
  }
}
