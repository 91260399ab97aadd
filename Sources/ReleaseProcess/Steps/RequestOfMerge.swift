/// The pull request that a merge's subject names: `#7` or `!7`.
struct RequestOfMerge: Equatable {
  let text: String

  /// - Returns: `nil` if it names none.
  init?(subject: String) {
    let words = subject.split { " ():,".contains($0) }
    guard let place = words.firstIndex(where: { $0.lowercased() == "request" }) ?? words.firstIndex(of: "PR"),
      let next = words[(place + 1)...].first(where: { Self.number($0) != nil }), let number = Self.number(next)
    else {
      guard let last = words.last, last.hasPrefix("#"), let number = Self.number(last) else { return nil }
      text = "#\(number)"
      return
    }
    text = next.hasPrefix("!") ? "!\(number)" : "#\(number)"
  }

  private static func number(_ word: Substring) -> Substring? {
    let digits = word.first == "#" || word.first == "!" ? word.dropFirst() : word
    return !digits.isEmpty && digits.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? digits : nil
  }
}
