/// Finds the commits that have the subjects which reverts quote.
struct SubjectIndex: Sendable {
  /// The positions by subject, for the quoted ones.
  private var whole: [String: [Int]] = [:]
  /// The positions and subjects by their first characters, for those that are quoted cut short.
  private var starts: [String: [(position: Int, subject: String)]] = [:]

  /// - Complexity: Linear in the range.
  init(_ commits: CommitList) {
    for position in commits.indices {
      guard let target = commits.revert(position)?.targetSubject else { continue }
      let subject = SubjectText.normalised(target)
      if let start = SubjectText.truncated(subject) {
        starts[Self.opening(start)] = []
      } else {
        whole[subject] = []
      }
    }
    let digests =
      starts.isEmpty && whole.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
      ? Set(whole.keys.map { SubjectDigest($0.utf8) }) : nil
    for position in commits.indices {
      let bytes = commits.subject(position)
      if let digests, let digest = SubjectDigest(normalising: bytes), !digests.contains(digest) { continue }
      let subject = SubjectText.normalised(String(decoding: bytes, as: UTF8.self))
      whole[subject]?.append(position)
      if !starts.isEmpty { starts[Self.opening(subject)]?.append((position, subject)) }
    }
  }

  /// One character less than all quotations have: what follows may change their last one.
  private static func opening(_ subject: String) -> String { String(subject.prefix(SubjectText.shortest - 1)) }

  /// The positions of the commits whose subject is `subject`, or begins with it where it is cut short; by position.
  func positions(of subject: String) -> [Int] {
    let subject = SubjectText.normalised(subject)
    guard let start = SubjectText.truncated(subject) else { return whole[subject] ?? [] }
    return (starts[Self.opening(start)] ?? []).filter { $0.subject.hasPrefix(start) }.map(\.position)
  }
}

/// A number that is the same for equal subjects.
private struct SubjectDigest: Hashable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// The digest of the normalised subject, of ASCII.
  ///
  /// - Returns: `nil` for other subjects, and for one that ends as with the number of a pull request.
  init?(normalising subject: [UInt8]) {
    var isFirst = true
    var isInWord = false
    var last = UInt8(ascii: " ")
    for byte in subject {
      guard byte < 0x80 else { return nil }
      if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte {
        isInWord = false
        continue
      }
      if !isInWord, !isFirst { add(UInt8(ascii: " ")) }
      isFirst = false
      isInWord = true
      last = byte
      add(byte)
    }
    if last == UInt8(ascii: ")") { return nil }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

/// How subjects are compared: blanks folded, and a quotation that a forge cut short recognised.
enum SubjectText {
  /// How many characters a quotation has at least that is cut short.
  static let shortest = 20

  /// A forge adds the number of a pull request when it squashes: `(#12)`, `(!12)`.
  static func normalised(_ subject: String) -> String {
    var words = subject.split(whereSeparator: \.isWhitespace)
    if let last = words.last, last.hasPrefix("(#") || last.hasPrefix("(!"), last.hasSuffix(")"),
      last.utf8.dropFirst(2).dropLast().allSatisfy(\.isASCIIDigit), words.count > 1
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// What stands before the mark of truncation, if there is one after at least ``shortest`` characters.
  static func truncated(_ subject: String) -> String? {
    for mark in ["…", "..."] where subject.hasSuffix(mark) && subject.count >= shortest + mark.count {
      return String(subject.dropLast(mark.count))
    }
    return nil
  }
}
