extension SquashItems {
  /// For each item, whether another one takes it back: `Revert "x"` the item `x`.
  ///
  /// In a list the reverted item stands above; in the log of `git merge --squash`, either way, most likely below. An item
  /// that is taken back takes nothing back.
  ///
  /// - Complexity: Linear in the length of the items' subjects.
  func takenBack(in bytes: [UInt8]) -> [Bool] {
    var isTakenBack = Array(repeating: false, count: items.count)
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, item) in items.enumerated() { places[Self.title(of: bytes[item.subject]), default: []].append(index) }
    let order = isNewestFirst ? Array(items.indices) : items.indices.reversed()
    for index in order where !isTakenBack[index] {
      guard let quoted = Self.quotation(in: bytes[items[index].subject]) else { continue }
      guard var found = places[Self.title(of: quoted)] else { continue }
      let chosen =
        isNewestFirst
        ? found.firstIndex { $0 > index && !isTakenBack[$0] } ?? found.firstIndex { $0 != index && !isTakenBack[$0] }
        : found.lastIndex { $0 < index && !isTakenBack[$0] }
      guard let chosen else { continue }
      isTakenBack[found[chosen]] = true
      found.remove(at: chosen)
      places[Self.title(of: quoted)] = found
    }
    return isTakenBack
  }

  /// What `Revert "..."` quotes; of `Reapply "..."`, the revert that it takes back.
  private static func quotation(in subject: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = title(of: subject)
    let line = text.span
    let reapplied = line.end(of: "reapply ", at: 0)
    guard let end = reapplied ?? line.end(of: "revert ", at: 0), end < line.count, line[end].isQuotationMark,
      line.count > end + 1, line[line.count - 1] == line[end]
    else { return nil }
    let quoted = text[(text.startIndex + end + 1)..<(text.endIndex - 1)]
    return reapplied == nil ? quoted : (Array("Revert \"".utf8) + quoted + [UInt8(ascii: "\"")])[...]
  }

  /// A subject without the number of its pull request.
  private static func title(of subject: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = subject
    while text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")),
      open + 2 < text.endIndex - 1, text[open + 1] == UInt8(ascii: "#") || text[open + 1] == UInt8(ascii: "!"),
      text[(open + 2)..<(text.endIndex - 1)].allSatisfy(\.isASCIIDigit)
    {
      text = text[..<open]
      while let last = text.last, last.isBlank { text.removeLast() }
    }
    return text
  }
}
