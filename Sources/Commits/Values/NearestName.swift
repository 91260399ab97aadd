/// Finds the name of a branch, a version or a file that `name` was most likely meant to be.
///
/// The same in other case, the last part of one (`2.4.0` for `release/2.4.0`), one with a `v` before it, the one that
/// begins so, and at last one that is a few letters away. What differs in numbers alone is another version, and not
/// meant.
///
/// - Returns: The nearest of `names`, the first of several; `nil` if none is near.
package func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let folded = name.lowercased()
  guard !folded.isEmpty, folded.utf8.count <= 200 else { return nil }
  let limit = max(1, min(3, folded.utf8.count / 4))
  var nearest: (name: String, distance: Int)?
  for candidate in names {
    let other = candidate.lowercased()
    let distance: Int? =
      if other == folded {
        0
      } else if other.hasSuffix("/\(folded)") || other.hasSuffix("v\(folded)") {
        1
      } else if other.hasPrefix("\(folded).") || other.hasPrefix("\(folded)-") {
        2
      } else {
        withoutDigits(folded) == withoutDigits(other)
          ? nil : editDistance(folded.utf8, other.utf8, limit: limit).map { $0 + 2 }
      }
    if let distance, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
  }
  return nearest?.name
}

private func withoutDigits(_ text: String) -> [UInt8] { text.utf8.filter { !$0.isASCIIDigit } }
