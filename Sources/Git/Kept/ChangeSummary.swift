import Commits

/// What a commit changes against its first parent, in short: enough to tell most commits that change other things
/// apart, and all that change the same.
struct ChangeSummary: Hashable, Sendable {
  /// Of more paths, there are no numbers.
  static let mostPaths = 256
  private static let isWithoutNumbers: UInt8 = 1

  /// Equal for changes of the same paths.
  let paths: KeptDigest
  /// Equal for changes of the same paths from the same contents and modes to the same.
  let change: KeptDigest
  /// That of what takes the change back.
  let inverse: KeptDigest
  /// A number for each path, by which a path may be told from others; `nil` if there are too many.
  private let numbers: [UInt32]?

  init(_ changes: [TreeChange]) {
    var text: [UInt8] = []
    for item in changes {
      text += item.path.utf8
      text.append(0)
    }
    paths = KeptDigest(text)
    var change = paths.bytes
    var inverse = change
    for item in changes {
      Self.add(item.old, to: &change)
      Self.add(item.new, to: &change)
      Self.add(item.new, to: &inverse)
      Self.add(item.old, to: &inverse)
    }
    self.change = KeptDigest(change)
    self.inverse = KeptDigest(inverse)
    numbers = changes.count > Self.mostPaths ? nil : changes.map { Self.number($0.path) }
  }

  private static func add(_ item: TreeItem?, to bytes: inout [UInt8]) {
    bytes.append(item == nil ? 0 : 1)
    guard let item else { return }
    KeptNumber.add(item.mode, to: &bytes)
    item.id.append(to: &bytes)
  }

  /// The number of a path, the same in all runs.
  static func number(_ path: String) -> UInt32 { UInt32(truncatingIfNeeded: Array(path.utf8).span.digest) }

  /// Whether nothing changes.
  var isEmpty: Bool { numbers?.isEmpty ?? false }

  /// Whether all paths of one of some sets may change: no is certain.
  ///
  /// - Parameter sets: Of the numbers of paths; none is empty.
  func mayChangeAll(ofOneOf sets: Set<Set<UInt32>>) -> Bool {
    guard let numbers else { return true }
    return sets.contains { $0.count <= numbers.count && $0.isSubset(of: numbers) }
  }

  /// Whether no others than some paths may change: no is certain.
  ///
  /// - Parameter known: The numbers of the paths.
  func mayChangeOnly(_ known: Set<UInt32>) -> Bool { numbers?.allSatisfy(known.contains) ?? true }

  // MARK: - As bytes

  /// - Returns: `nil` if the bytes are not those of a summary.
  init?(kept bytes: Span<UInt8>) {
    let head = 3 * KeptDigest.length + 1
    guard bytes.count >= head, (bytes.count - head).isMultiple(of: 4) else { return nil }
    paths = KeptDigest(at: 0, of: bytes)
    change = KeptDigest(at: KeptDigest.length, of: bytes)
    inverse = KeptDigest(at: 2 * KeptDigest.length, of: bytes)
    let places = stride(from: head, to: bytes.count, by: 4)
    numbers = bytes[head - 1] == Self.isWithoutNumbers ? nil : places.map { KeptNumber.read(at: $0, of: bytes) }
  }

  var keptBytes: [UInt8] {
    paths.bytes + change.bytes + inverse.bytes + [numbers == nil ? Self.isWithoutNumbers : 0]
      + (numbers ?? []).flatMap(KeptNumber.bytes)
  }
}
