import Commits

/// What patches that are the same have the same, and most others do not: for each path a sum over the lines that it
/// adds, less those that it removes, blanks left out. What both sides of a change have cancels out.
struct PatchLines: Hashable, Sendable {
  private var sums: [UInt64] = []

  /// - Complexity: Reads the contents of every changed file.
  /// - Throws: ``GitError/Code/missingObject`` if a file is not here.
  init(_ changes: [TreeChange], in repository: Repository) throws(GitError) {
    for change in changes {
      guard change.old?.id != change.new?.id, change.old?.isSubmodule != true, change.new?.isSubmodule != true else {
        sums.append(0)
        continue
      }
      let before = try repository.knownSums.sum(of: change.old, in: repository)
      sums.append(try repository.knownSums.sum(of: change.new, in: repository) &- before)
    }
  }

  /// Equal for equal ones.
  var digest: KeptDigest { KeptDigest(sums.flatMap(KeptNumber.bytes)) }
}

/// The sums over all lines of files.
struct KnownSums {
  private static let limit = 1 << 16

  private var known: [ObjectID: UInt64] = [:]

  /// - Parameter item: `nil` for nothing, whose sum is 0.
  mutating func sum(of item: TreeItem?, in repository: Repository) throws(GitError) -> UInt64 {
    guard let item else { return 0 }
    if let sum = known[item.id] { return sum }
    let sum = Self.sumOfLines(try repository.blob(item.id))
    if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
    known[item.id] = sum
    return sum
  }

  private static func sumOfLines(_ text: [UInt8]) -> UInt64 {
    let start: UInt64 = 0x9E37_79B9_7F4A_7C15
    let bytes = text.span
    var sum: UInt64 = 0
    var line = start
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") {
        sum &+= Span<UInt8>.mixed(line)
        line = start
      } else if byte > UInt8(ascii: " ") {
        line = (line ^ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
      }
    }
    if let last = text.last, last != UInt8(ascii: "\n") { sum &+= Span<UInt8>.mixed(line) }
    return sum
  }
}
