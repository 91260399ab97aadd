import CLibgit2
import Commits
import Glibc

/// A tree as git stores it: for each entry the mode in octal digits, a blank, the name, a zero and the 20 bytes of the
/// id.
@safe
struct TreeObject: ~Copyable {
  struct Entry {
    fileprivate let start: Int
    fileprivate let name: Range<Int>
    fileprivate let mode: UInt32

    var isTree: Bool { mode == GIT_FILEMODE_TREE.rawValue }

    /// Where the next one starts.
    var end: Int { name.upperBound + 21 }
  }

  /// How an entry is beside one of another tree.
  enum Order {
    /// The other tree has nothing at its place.
    case before
    /// This tree has nothing at the place of the other.
    case after
    /// At the same place, and the same in all.
    case same
    /// At the same place, with other contents or of another kind.
    case different
  }

  private let object: StoredObject?
  private let bytes: UnsafeRawBufferPointer
  private let tree: ObjectID?

  /// - Parameter id: `nil` for a tree without entries.
  /// - Throws: ``GitError/Code/missingObject`` if the tree is not here.
  init(_ id: ObjectID?, in repository: Repository) throws(GitError) {
    tree = id
    guard let id else {
      object = nil
      unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let object: StoredObject
    if let known = repository.trees[id] {
      object = known
    } else {
      object = try StoredObject.read(id, GIT_OBJECT_TREE, in: repository, "read tree \(id)")
      guard object.type == GIT_OBJECT_TREE else {
        throw GitError(operation: "read tree \(id)", code: .other(-1), message: "the object is no tree", help: nil)
      }
      repository.trees.add(object, id)
    }
    self.object = object
    unsafe bytes = object.bytes
  }

  /// The entry that starts at `place`; `nil` at the end.
  ///
  /// - Throws: ``GitError`` if the tree is corrupt there.
  func entry(at place: Int) throws(GitError) -> Entry? {
    let count = unsafe bytes.count
    guard place < count else { return nil }
    var next = place
    var mode: UInt32 = 0
    while next < count, next - place < 7, case let digit = unsafe bytes[next], (0x30..<0x38).contains(digit) {
      mode = mode << 3 | UInt32(digit - 0x30)
      next += 1
    }
    guard next > place, next < count, unsafe bytes[next] == UInt8(ascii: " ") else { throw corrupt }
    let name = next + 1
    next = name
    while next < count, unsafe bytes[next] != 0 { next += 1 }
    guard next > name, count - next > 20 else { throw corrupt }
    return Entry(start: place, name: name..<next, mode: mode)
  }

  /// Whether it is a file, and no link, submodule or folder.
  func isFile(_ entry: Entry) -> Bool {
    entry.mode == GIT_FILEMODE_BLOB.rawValue || entry.mode == GIT_FILEMODE_BLOB_EXECUTABLE.rawValue
  }

  func name(_ entry: Entry) -> String { unsafe String(decoding: bytes[entry.name], as: UTF8.self) }

  /// Whether ``name(_:)`` gives `name`.
  func hasName(_ name: Substring, _ entry: Entry) -> Bool {
    let name = name.utf8
    if name.count == entry.name.count, unsafe bytes[entry.name].elementsEqual(name) { return true }
    // What is no UTF-8 has another length as a text.
    return name.count > entry.name.count && self.name(entry).utf8.elementsEqual(name)
  }

  func id(_ entry: Entry) -> ObjectID {
    let start = entry.name.upperBound + 1
    return unsafe ObjectID(
      high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt32.self)))
  }

  func item(_ entry: Entry) -> TreeItem { TreeItem(id: id(entry), mode: entry.mode) }

  /// Compares as git orders entries: the name of a tree ends with a slash.
  func order(of entry: Entry, beside other: Entry, of tree: borrowing TreeObject) -> Order {
    let length = entry.end - entry.start
    if length == other.end - other.start, unsafe isEqual(entry.start, tree.bytes, other.start, length) { return .same }
    let common = min(entry.name.count, other.name.count)
    for offset in 0..<common {
      let (left, right) = unsafe (bytes[entry.name.lowerBound + offset], tree.bytes[other.name.lowerBound + offset])
      if left != right { return left < right ? .before : .after }
    }
    let (left, right) = (ending(entry, common), tree.ending(other, common))
    if left != right { return left < right ? .before : .after }
    return entry.mode == other.mode && id(entry) == tree.id(other) ? .same : .different
  }

  /// The byte of an entry's name at `offset`, which is the name's length at most.
  private func ending(_ entry: Entry, _ offset: Int) -> UInt8 {
    guard offset == entry.name.count else { return unsafe bytes[entry.name.lowerBound + offset] }
    return entry.isTree ? UInt8(ascii: "/") : 0
  }

  /// Both lengths are those of entries that were read.
  private func isEqual(_ start: Int, _ other: UnsafeRawBufferPointer, _ otherStart: Int, _ length: Int) -> Bool {
    guard let left = unsafe bytes.baseAddress, let right = other.baseAddress else { return length == 0 }
    return unsafe memcmp(left + start, right + otherStart, length) == 0
  }

  private var corrupt: GitError {
    GitError(
      operation: "read tree \(tree.map(\.description) ?? "")", code: .other(-1), message: "the object is corrupt",
      help: "run: git fsck")
  }
}
