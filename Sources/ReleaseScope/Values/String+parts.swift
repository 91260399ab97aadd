/// Without the standard library's search, whose tables take a thirtieth of a hook to set up.
extension String {
  /// The text before and after the first `separator`; `nil` if there is none.
  ///
  /// - Parameter separator: Not empty.
  /// - Complexity: The product of the lengths at worst.
  package func splitOnce(_ separator: String) -> (before: String, after: String)? {
    let bytes = utf8
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let rest = bytes[place...]
      if rest.starts(with: separator.utf8) {
        return (String(self[..<place]), String(self[bytes.index(place, offsetBy: separator.utf8.count)...]))
      }
      bytes.formIndex(after: &place)
    }
    return nil
  }

  /// The text with `part` at each place that `mark` holds.
  ///
  /// - Parameter mark: Not empty.
  package func filling(_ mark: String, with part: String) -> String {
    guard let (before, after) = splitOnce(mark) else { return self }
    return before + part + after.filling(mark, with: part)
  }
}
