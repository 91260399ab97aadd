import Commits

/// What was made of the people that were met, by the bytes that stand for them: to decode a name costs more than to
/// compare it.
package struct KnownPeople<Value> {
  private var words = WordList()
  private var values: [Value] = []

  package init() {}

  /// What was made of the person of a signature, `Name <address> seconds zone`, or is made now.
  mutating func value(
    of signature: Span<UInt8>, _ decoder: MessageDecoder, making value: (Person) -> Value
  ) -> Value {
    var end = signature.count
    while end > 0, signature[end - 1] != UInt8(ascii: ">") { end -= 1 }
    // Without the mark there is no telling what is the person and what the date.
    guard !decoder.isNeeded, end > 0 else { return value(Person(decoding: signature, decoder)) }
    if !words.hasRoom(for: 1) { self = KnownPeople() }
    let number = Int(words.number(of: signature.extracting(0..<end)))
    if number == values.count { values.append(value(Person(decoding: signature, decoder))) }
    return values[number]
  }
}
