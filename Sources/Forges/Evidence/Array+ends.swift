extension Array {
  /// The first and the last, and how many between them were left out.
  func ends(_ count: Int) -> (kept: [Element], leftOut: Int) {
    guard self.count > 2 * count else { return (self, 0) }
    return (Array(prefix(count) + suffix(count)), self.count - 2 * count)
  }
}
