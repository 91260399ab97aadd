/// Finds the commits of pull requests that reverts name.
struct RequestIndex: Sendable {
  /// By number, the commits whose own number it is: the last in a title.
  private var own: [Int: [CommitPosition]] = [:]
  /// By number, those that carry it besides their own, as backports do.
  private var carried: [Int: [CommitPosition]] = [:]

  /// - Complexity: Linear in the list.
  init(_ commits: CommitList, wanted: Set<Int>) {
    guard !wanted.isEmpty else { return }
    for position in commits.indices {
      let numbers =
        RequestNumbers.find(inTitle: commits.subject(position)) + commits.requestsOfBody(position)
      guard let last = numbers.last else { continue }
      if wanted.contains(last) { own[last, default: []].append(position) }
      for number in Set(numbers.dropLast()) where wanted.contains(number) {
        carried[number, default: []].append(position)
      }
    }
  }

  /// The positions of the commits whose own number it is.
  func owners(of number: Int) -> [CommitPosition] { own[number] ?? [] }

  /// The positions of a pull request's commits, by position; those that only carry its number if none has it.
  func positions(of number: Int) -> [CommitPosition] { own[number] ?? carried[number] ?? [] }
}
