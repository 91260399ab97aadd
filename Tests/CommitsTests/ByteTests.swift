import Testing

@testable import Commits

/// What is fast and easily wrong: beside the plain way to do it.
struct ByteTests {
  private static let letters = Array("revtsREVTS -/x".utf8)

  private static func text(_ length: Int, _ seed: inout UInt64) -> [UInt8] {
    (0..<length).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return letters[Int(seed >> 33) % letters.count]
    }
  }

  @Test(arguments: ["revert", "reverts", "t", " -/", "eee"])
  func `finds a word where a plain search does`(_ word: String) {
    let search = ByteSearch(word)
    var seed: UInt64 = 1
    for length in 0..<400 {
      let text = Self.text(length, &seed) + (length.isMultiple(of: 3) ? Array(word.uppercased().utf8) : [])
      let plain = text.indices.first { start in
        text[start...].prefix(word.utf8.count).map(\.lowercased).elementsEqual(word.utf8)
      }
      let found = search.end(in: text[...])
      #expect(found == plain.map { $0 + word.utf8.count })
      let rest = text.dropFirst(length / 2)
      let after = rest.indices.first { start in
        rest[start...].prefix(word.utf8.count).map(\.lowercased).elementsEqual(word.utf8)
      }
      #expect(search.end(in: rest) == after.map { $0 + word.utf8.count })
    }
  }

  @Test func `finds and compares bytes as a plain loop does`() {
    var seed: UInt64 = 3
    for length in 0..<60 {
      let text = Self.text(length, &seed)
      for start in 0...length {
        for byte in [UInt8(ascii: "v"), UInt8(ascii: "/"), 0, 0xFF] {
          #expect(text.span.index(of: byte, from: start) == text[start...].firstIndex(of: byte) ?? length)
        }
        var other = text
        if start < length { other[start] ^= 0x80 }
        #expect(text.span.isEqual(to: other.span) == (start == length))
        #expect((text.span.digest == other.span.digest) == (start == length))
        let head = text[start...].prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        #expect(text.span.head(of: start..<length) == head)
        #expect(text.span.head(of: start..<min(start + 3, length)) == head & 0xFF_FFFF)
      }
    }
  }

  @Test func `numbers words that all share a slot`() {
    var words = WordList()
    var seen: [Int: [UInt8]] = [:]
    var first: [[UInt8]: UInt16] = [:]
    // The low bits of the digest choose the slot.
    let sharing = (0..<400_000).lazy.map { Array(String($0, radix: 36).utf8) }
      .filter { Span<UInt8>.mixed($0.span.head(of: 0..<$0.count) ^ UInt64($0.count)) & 0xFFF == 7 }
    for word in sharing {
      let number = words.number(of: word.span)
      #expect(seen.updateValue(word, forKey: Int(number)) == nil)
      first[word] = number
    }
    #expect(seen.count > 80)
    for (number, word) in seen { #expect(Array(words[UInt16(number)]) == word) }
    // The ones that were there first are found again.
    #expect(first.count { words.number(of: $0.key.span) == $0.value } >= 64)
  }

  @Test func `takes forty hexadecimal digits for an id, and nothing else`() throws {
    let digits = Array("0123456789abcdefABCDEF0123456789aBcDeF01".utf8)
    let parsed = ObjectID(hexadecimal: digits.span)
    let id = try #require(parsed)
    #expect(id.description == "0123456789abcdefabcdef0123456789abcdef01")
    for place in digits.indices {
      for byte in UInt8.min...UInt8.max where byte.hexadecimalValue == nil {
        var wrong = digits
        wrong[place] = byte
        let none = ObjectID(hexadecimal: wrong.span)
        #expect(none == nil)
      }
    }
  }

  @Test func `gives texts back as they came`() {
    var seed: UInt64 = 7
    var texts = (0..<2_000).map { Self.text($0 % 90, &seed) }
    texts += [[], [0xFF, 0x20, 0xFE], Array(repeating: UInt8(ascii: " "), count: 300), Self.text(9_000, &seed)]
    // More words than there are numbers.
    texts += (0..<70_000).map { Array("word\($0) \($0)x".utf8) }
    texts += texts.prefix(300)
    var column = TextColumn()
    for text in texts { column.append(text) }
    func check() {
      let wrong = texts.indices.first { column[$0] != texts[$0] }
      #expect(wrong == nil)
    }
    check()
    column.finish()
    check()
  }

  @Test func `grows without touching a copy`() {
    var pages = Pages<Int>()
    for number in 0..<40_000 { pages.append(number) }
    let copy = pages
    for number in 0..<20_000 { pages.append(-number) }
    pages[5] = -5
    pages[39_999] = -1
    #expect(copy.count == 40_000 && pages.count == 60_000)
    #expect((0..<40_000).allSatisfy { copy[$0] == $0 })
    #expect(pages[5] == -5 && pages[39_999] == -1 && pages[40_000] == 0 && pages[59_999] == -19_999)
  }
}
