/// Words with their numbers, from 0. A word may have several, which is rare.
package struct WordList: Sendable {
  /// How many bytes of a word are compared at once.
  private static let head = 8
  /// How many slots are looked at for a word. Who chooses words that share them only makes the list longer.
  private static let search = 64

  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [UInt32] = []
  /// The first eight bytes of each word, those of a shorter one with zeros behind them.
  private var heads: [UInt64] = []
  /// A table with open addressing of numbers counted from 1; 0 is free.
  private var slots = [UInt16](repeating: 0, count: 256)

  package init() {}

  /// How many words there are.
  package var count: Int { ends.count }

  package func hasRoom(for words: Int) -> Bool { ends.count + words < Int(UInt16.max) }

  subscript(number: UInt16) -> ArraySlice<UInt8> { bytes[range(Int(number))] }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  /// The number of a word, which gets one if it is new.
  ///
  /// - Precondition: There is room for it.
  package mutating func number(of word: Span<UInt8>) -> UInt16 { number(of: 0..<word.count, in: word) }

  /// The number of the word that stands at `range` of a text.
  mutating func number(of range: Range<Int>, in text: Span<UInt8>) -> UInt16 {
    let head = text.head(of: range)
    let word = text.extracting(range)
    let slot = slot(for: head, word)
    if let slot, slots[slot] != 0 { return slots[slot] - 1 }
    let number = UInt16(ends.count)
    if let slot { slots[slot] = number + 1 }
    heads.append(head)
    unsafe word.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// The slot that a word has, or the free one that it would get; `nil` where too many others are in its way.
  private func slot(for head: UInt64, _ word: Span<UInt8>) -> Int? {
    let digest = word.count <= Self.head ? Span<UInt8>.mixed(head ^ UInt64(word.count)) : word.digest
    for step in 0..<Self.search {
      let slot = (Int(truncatingIfNeeded: digest) &+ step) & (slots.count - 1)
      guard slots[slot] != 0 else { return slot }
      let number = Int(slots[slot]) - 1
      if heads[number] == head, isEqual(range(number), word) { return slot }
    }
    return nil
  }

  /// Whether a known word whose head is the same is `word`.
  private func isEqual(_ range: Range<Int>, _ word: Span<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    return word.count <= Self.head || bytes.span.extracting(range).isEqual(to: word)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      if let slot = slot(for: heads[number], bytes.span.extracting(range(number))) { slots[slot] = UInt16(number + 1) }
    }
  }

  /// Forgets what only adding needs.
  mutating func finish() {
    (slots, heads) = ([], [])
    bytes = bytes.map(\.self)
    ends = ends.map(\.self)
  }
}
