package import Commits
import Glibc

/// A pack, of which commits, trees and files are read.
///
/// What is not as it should be is not read, and no error either: libgit2 is asked then, and says what is wrong. The
/// file is read in pieces rather than mapped, so that a history of any size takes little memory.
package final class PackFile {
  /// Of objects that are read here; libgit2 has no limit.
  static let longest = 1 << 24
  /// git makes chains of 50 deltas at most, unless it is told otherwise.
  private static let deepest = 64
  /// The checksum of the whole file.
  private static let trailer = 20

  /// Without the ending.
  let path: String
  let index: PackIndex
  /// The length of the file in bytes; 0 if it cannot be told.
  let size: Int
  private let descriptor: Int32
  private let inflater: Inflater
  private var pieces: PackPieces
  /// Objects that were made lately, by place: others are deltas of them.
  var bases = RecentObjects<Int>(limit: 1 << 24)

  /// - Parameter path: Without the ending.
  /// - Returns: `nil` if it cannot be used.
  package convenience init?(path: String) {
    guard let index = FileBytes(path: path + ".idx").flatMap(PackIndex.init) else { return nil }
    self.init(index, path: path)
  }

  /// The pack of an index that is open already.
  convenience init?(_ index: PackIndex, path: String) {
    self.init(index, unsafe open(path + ".pack", O_RDONLY | O_CLOEXEC), path: path)
  }

  /// - Parameter descriptor: An open file, which is closed with this.
  package init?(_ index: PackIndex, _ descriptor: Int32, path: String = "") {
    guard descriptor >= 0 else { return nil }
    guard let inflater = Inflater() else {
      close(descriptor)
      return nil
    }
    self.path = path
    self.index = index
    self.descriptor = descriptor
    pieces = PackPieces(descriptor)
    self.inflater = inflater
    var status = stat()
    size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

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
    guard let place = placeOfData(entry) else { return nil }
    let bytes = pieces.bytes
    return inflater.inflate(bytes.span.extracting(place..<pieces.filled), count: entry.size, to: &contents)
  }

  /// Inflates what an entry has into a buffer of its size and ``Inflater/slack``.
  func inflate(_ entry: PackEntry, into output: UnsafeMutableRawBufferPointer) -> Bool {
    guard let place = placeOfData(entry) else { return false }
    let bytes = pieces.bytes
    return unsafe inflater.inflate(bytes.span.extracting(place..<pieces.filled), count: entry.size, into: output) != nil
  }

  /// Has the deflated bytes of an entry in `pieces`, and perhaps more.
  ///
  /// - Returns: `nil` also for what cannot be inflated to the size that the entry promises.
  private func placeOfData(_ entry: PackEntry) -> Int? {
    // What deflate makes of bytes that it cannot make shorter, and zlib's head and checksum.
    let longest = entry.size + entry.size >> 8 + 64
    guard let place = pieces.place(of: entry.data, count: longest),
      Inflater.mayMake(entry.size, of: pieces.filled - place)
    else {
      return nil
    }
    return place
  }

  func entry(at offset: Int) -> PackEntry? {
    guard let place = pieces.place(of: offset, count: PackEntry.longestHead) else { return nil }
    let bytes = pieces.bytes
    return PackEntry(bytes.span.extracting(place..<pieces.filled), at: offset)
  }
}
