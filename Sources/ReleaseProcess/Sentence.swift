/// `1 ticket`, `2 tickets`.
func quantity(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

/// `a`, `a and b`, `a, b and c`.
func enumeration(_ parts: [String]) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
}

/// The verb that goes with a number: `1 ticket is`, `2 tickets are`.
func isOrAre(_ number: Int) -> String { number == 1 ? "is" : "are" }
