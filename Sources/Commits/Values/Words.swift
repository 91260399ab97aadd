/// A number with its noun: `1 commit`, `2 commits`.
///
/// The plural ends in `s` after the noun's first word where a preposition follows: `2 commits without a ticket`.
package func quantity(_ number: Int, _ noun: String) -> String {
  guard number != 1 else { return "1 \(noun)" }
  guard let parts = noun.splitOnce(" without") else { return "\(number) \(noun)s" }
  return "\(number) \(parts.before)s without\(parts.after)"
}

/// `a`, `a and b`, `a, b and c`.
package func enumeration(_ parts: [String]) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
}
