/// What messages are read with: behind a reference, since a history has as many messages as commits.
final class MessageTools: Sendable {
  let scanner: KeyScanner
  let nearMisses: NearMissFinder
  /// Those of the policy, in lower case.
  let trailers: [[UInt8]]
  /// By rank, whether keys count in a place.
  private let isCounted: [Bool]

  init(scanner: KeyScanner, policy: KeyPolicy, nearMisses: NearMissFinder) {
    self.scanner = scanner
    self.nearMisses = nearMisses
    trailers = policy.trailers.map { $0.utf8.map(\.lowercased) }
    isCounted = KeyPlace.allCases.map(policy.places.contains)
  }

  /// Whether what a key stands at makes the commit its work.
  func counts(_ place: KeyPlace) -> Bool { isCounted[place.rank] }
}
