/// Feeds broken bytes to a reader of a foreign format. A run passes when it comes to an end.
package struct FuzzRuns {
  /// How many runs there were.
  package private(set) var runs = 0
  /// How many of them the reader did not refuse.
  package private(set) var accepted = 0

  /// - Parameters:
  ///   - originals: Valid files: what is to be broken.
  ///   - count: How many runs there are at most.
  ///   - seed: The same number gives the same bytes.
  ///   - goesOn: Asked before each run, with its number.
  package init(
    _ target: FuzzTarget, _ originals: [[UInt8]], count: Int, seed: UInt64, while goesOn: (Int) -> Bool = { _ in true }
  ) {
    while runs < count, goesOn(runs), let bytes = Self.bytes(target, originals, seed: seed, run: runs) {
      runs += 1
      accepted += target.read(bytes) ? 1 : 0
    }
  }

  /// What a run reads.
  ///
  /// - Returns: `nil` when there is nothing to break.
  package static func bytes(_ target: FuzzTarget, _ originals: [[UInt8]], seed: UInt64, run: Int) -> [UInt8]? {
    var choice = RandomNumbers(seed: seed &* 0x1_0000_0001 &+ UInt64(run))
    guard let original = originals.randomElement(using: &choice),
      let other = originals.randomElement(using: &choice)
    else { return nil }
    let random = RandomNumbers(seed: choice.next())
    let isPlain = Int.random(in: 0..<8, using: &choice) == 0
    switch target.grammar {
    case .json where !isPlain, .yaml where !isPlain:
      var mutator = DocumentMutator(random: random, words: target.words, writesYAML: target.grammar == .yaml)
      if let bytes = mutator.mutate(original, mixing: other) { return bytes }
    case .text where !isPlain:
      var mutator = TextMutator(random: random, words: target.words)
      return mutator.mutate(original, mixing: other)
    case .bytes, .table, .text, .json, .yaml: break
    }
    var mutator = Mutator(
      random: random, pieces: target.words.map { Array($0.utf8) } + target.pieces,
      isTabular: target.grammar == .table)
    return mutator.mutate(original, mixing: other)
  }
}
