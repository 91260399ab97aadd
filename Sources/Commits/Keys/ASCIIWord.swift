/// A word of ASCII that texts are compared with, in letters of any case. It is a literal, and needs no memory.
@safe struct ASCIIWord: ExpressibleByStringLiteral, CustomStringConvertible, Sendable {
  private let text: StaticString

  /// - Parameter value: In lower case.
  init(stringLiteral value: StaticString) { text = value }

  var count: Int { text.utf8CodeUnitCount }

  var description: String { text.description }

  subscript(place: Int) -> UInt8 {
    precondition(place < count)
    return unsafe text.utf8Start[place]
  }
}

extension Span<UInt8> {
  /// Where a word ends that stands at `place`; `nil` if it does not.
  func end(of word: ASCIIWord, at place: Int) -> Int? {
    guard word.count <= count - place else { return nil }
    var matching = 0
    while matching < word.count {
      guard self[place + matching].lowercased == word[matching] else { return nil }
      matching += 1
    }
    return place + word.count
  }

  /// Where one of several words ends, the longest that stands at `place` as a word of its own.
  func end(ofOneOf words: [ASCIIWord], at place: Int) -> Int? {
    guard place < count, self[place].isASCIILetter else { return nil }
    var longest: Int?
    for word in words {
      guard let end = end(of: word, at: place), end > longest ?? 0, end == count || !self[end].isKeyCharacter
      else { continue }
      longest = end
    }
    return longest
  }

  func starts(with word: ASCIIWord) -> Bool { end(of: word, at: 0) != nil }

  /// Where a word that begins with no letter first stands, at `place` or behind it.
  func start(of word: ASCIIWord, from place: Int = 0) -> Int? {
    var place = index(of: word[0], from: place)
    while place <= count - word.count {
      if end(of: word, at: place) != nil { return place }
      place = index(of: word[0], from: place + 1)
    }
    return nil
  }
}
