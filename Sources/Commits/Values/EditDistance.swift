/// Counts the edits that turn `a` into `b`: a byte put in, left out, replaced, or swapped with its neighbour.
///
/// This is the distance of optimal string alignment: `ca` to `ac` is 1, and no byte is edited twice.
///
/// - Returns: `nil` when more than `limit` edits are needed.
/// - Complexity: The product of the lengths; constant when the lengths alone differ by more than `limit`.
package func editDistance(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>, limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  let a = Array(a)
  let b = Array(b)
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var edits = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, beforePrevious[j - 1] + 1) }
      row.append(edits)
    }
    // Edits never get fewer from row to row, but a swap looks two rows back.
    if let least = row.min(), let before = previous.min(), min(least, before) > limit { return nil }
    beforePrevious = previous
    previous = row
  }
  return previous[b.count] <= limit ? previous[b.count] : nil
}
