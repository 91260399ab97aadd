/// The number of the pull request in the lines that forges and their tools add.
enum BodyRequests {
  /// Before a colon, or a blank where that is the form.
  private static let names: [ASCIIWord] = [
    "see merge request", "reviewed-on:", "pr-url:", "pr:", "pull request:", "pull-request:", "pull request resolved:",
    "merge request:", "merge-request:", "mr:", "part-of:", "pull request url:", "link:",
  ]
  private static let closes: ASCIIWord = "closes #"

  static func find(_ text: MessageText) -> [Int] {
    var numbers: [Int] = []
    for range in text.bodyLines where range.count >= 4 {
      let line = text.bytes[range].trimmingSpaces
      guard let first = line.first, "sSrRpPmMlLcC".utf8.contains(first) else { continue }
      if let number = number(line), !numbers.contains(number), numbers.count < MessageClaims.most {
        numbers.append(number)
      }
    }
    return numbers
  }

  private static func number(_ line: ArraySlice<UInt8>) -> Int? {
    if line.span.end(of: closes, at: 0) != nil {
      // `Closes #12 from branch`; without a branch it is an issue.
      let digits = line.dropFirst(closes.count).prefix(while: \.isASCIIDigit)
      return line[digits.endIndex...].starts(with: " from ".utf8) ? RequestReference.number(digits) : nil
    }
    guard let name = names.first(where: { line.span.end(of: $0, at: 0) != nil }) else { return nil }
    let rest = line.dropFirst(name.count).trimmingSpaces
    let digits = rest.suffix(while: \.isASCIIDigit)
    if !digits.isEmpty, digits.startIndex > line.startIndex,
      "#!".utf8.contains(line[digits.startIndex - 1]), !rest.prefix(4).elementsEqual("http".utf8)
    {
      return RequestReference.number(digits)
    }
    return RequestReference.number(inLink: rest)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
