package import Commits

/// A pack, of which commits, trees and files are read.
///
/// What is not as it should be is not read, and no error either: libgit2 is asked then, and says what is wrong.
package final class PackFile {
  /// Of objects that are read here; libgit2 has no limit.
  static let longest = 1 << 24
  /// git makes chains of 50 deltas at most, unless it is told otherwise.
  private static let deepest = 64
  /// The checksum of the whole file.
  private static let trailer = 20

  let mapped: MappedPack
  private let bytes: PackBytes
  private let inflater: Inflater
  /// Objects that were made lately, by place: others are deltas of them.
  var bases = RecentObjects<Int>(limit: 1 << 24)

  /// - Returns: `nil` when there is no memory for it.
  package init?(_ mapped: MappedPack) {
    guard let inflater = Inflater() else { return nil }
    self.mapped = mapped
    self.inflater = inflater
    bytes = PackBytes(mapped.bytes)
  }

  var index: PackIndex { mapped.index }

  /// The length of the file in bytes.
  var size: Int { mapped.bytes.count }

  /// Reads a commit object.
  ///
  /// - Parameter contents: Gets the object at its start, and grows if it is too short. Undefined on failure.
  /// - Returns: The length of the object; `nil` if it is not here, or no commit, or not the one with this id, or cannot
  ///   be read.
  package func readCommit(_ id: ObjectID, to contents: inout [UInt8]) -> Int? {
    guard let offset = index.offset(of: id), let count = readCommit(at: offset, depth: 0, to: &contents),
      ObjectID(ofCommit: contents.span.extracting(0..<count)) == id
    else { return nil }
    return count
  }

  /// Reads commits without comparing them with their ids, which is left to `use`.
  ///
  /// - Parameters:
  ///   - goesOn: Whether to read the next one.
  ///   - use: Gets the bytes of each commit that is here and can be read.
  func readCommits(_ ids: ArraySlice<ObjectID>, while goesOn: () -> Bool, _ use: (Span<UInt8>) -> Void) {
    var contents: [UInt8] = []
    for id in ids where goesOn() {
      guard let offset = index.offset(of: id), let count = readCommit(at: offset, depth: 0, to: &contents)
      else { continue }
      use(contents.span.extracting(0..<count))
    }
  }

  /// Whether the index says that an object is here, where the file has ended.
  func ends(before id: ObjectID) -> Bool {
    guard let offset = index.offset(of: id) else { return false }
    return offset < 0 || offset > size - Self.trailer
  }

  /// Reads commits that stand one behind the other.
  ///
  /// - Parameters:
  ///   - start: Where the first one begins.
  ///   - end: None that begins there or later is read.
  ///   - goesOn: Whether to read the next one.
  ///   - use: Gets the place of each commit and its bytes.
  /// - Returns: Where the row of commits ends: at `end` or behind it, or before an entry that is no commit or cannot be
  ///   read.
  package func readCommits(
    from start: Int, to end: Int, while goesOn: () -> Bool = { true },
    _ use: (_ offset: Int, _ bytes: Span<UInt8>) -> Void
  ) -> Int {
    var contents: [UInt8] = []
    var offset = start
    while offset < end, goesOn(), let entry = entry(at: offset), entry.kind.mayBeCommit, entry.size <= Self.longest {
      guard let length = inflate(entry, to: &contents) else { break }
      var count = entry.size
      if entry.kind != .commit {
        guard let made = readCommit(at: offset, depth: 0, to: &contents) else { break }
        count = made
      }
      use(offset, contents.span.extracting(0..<count))
      offset = entry.data + length
    }
    return offset
  }

  private func readCommit(at offset: Int, depth: Int, to contents: inout [UInt8]) -> Int? {
    guard depth < Self.deepest, let entry = entry(at: offset), entry.size <= Self.longest else { return nil }
    let base: Int?
    switch entry.kind {
    case .commit: return inflate(entry, to: &contents) == nil ? nil : entry.size
    case .delta(let offset): base = offset
    case .deltaOf(let id): base = index.offset(of: id)
    case .tree, .file, .other: return nil
    }
    var delta: [UInt8] = []
    guard let base, inflate(entry, to: &delta) != nil,
      let count = readCommit(at: base, depth: depth + 1, to: &contents),
      let result = PackDelta.apply(
        delta.span.extracting(0..<entry.size), to: contents.span.extracting(0..<count), limit: Self.longest)
    else { return nil }
    contents = result
    return result.count
  }

  /// - Returns: The length of what was inflated, in the file.
  private func inflate(_ entry: PackEntry, to contents: inout [UInt8]) -> Int? {
    withData(entry) { inflater.inflate($0, count: entry.size, to: &contents) }
  }

  /// Inflates what an entry has into a buffer of its size and ``Inflater/slack``.
  func inflate(_ entry: PackEntry, into output: UnsafeMutableRawBufferPointer) -> Bool {
    withData(entry) { unsafe inflater.inflate($0, count: entry.size, into: output) } != nil
  }

  /// Calls `body` with the deflated bytes of an entry, and perhaps more.
  ///
  /// - Returns: `nil` also for what cannot be inflated to the size that the entry promises.
  private func withData<Value>(_ entry: PackEntry, _ body: (Span<UInt8>) -> Value?) -> Value? {
    // What deflate makes of bytes that it cannot make shorter, and zlib's head and checksum.
    let longest = entry.size + entry.size >> 8 + 64
    return bytes.withBytes(from: entry.data, longest) { data in
      Inflater.mayMake(entry.size, of: data.count) ? body(data) : nil
    }
  }

  func entry(at offset: Int) -> PackEntry? {
    bytes.withBytes(from: offset, PackEntry.longestHead) { PackEntry($0, at: offset) }
  }
}
