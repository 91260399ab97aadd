import Glibc
package import Commits

/// Git's file `packed-refs`: each ref on a line, in the order of the names' bytes.
///
/// - Note: Source of the format: git's `git-pack-refs`.
package struct PackedReferences {
  private static let digits = 40
  private static let header = "# pack-refs with:"
  private static let order = " sorted "

  /// `nil` if there is no ref in it.
  private let file: FileBytes?
  /// Where the first ref begins.
  private let start: Int

  /// - Returns: `nil` if the file cannot be read, or does not say that it is in order.
  init?(path: String) {
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    guard isThere ? status.st_size > 0 : errno != ENOENT else {
      self.init()
      return
    }
    guard let file = FileBytes(path: path) else { return nil }
    self.init(file)
  }

  private init() { (file, start) = (nil, 0) }

  /// - Returns: `nil` if the file does not say that it is in order.
  package init?(_ file: FileBytes) {
    self.file = file
    start = Self.afterLine(0, of: file)
    let line = String(decoding: (0..<start).map { file[$0] }, as: UTF8.self)
    guard line.hasPrefix(Self.header), line.contains(Self.order) else { return nil }
  }

  /// One ref of the file.
  package struct Entry {
    package let id: ObjectID
    package let name: [UInt8]
    /// Where the next line begins.
    fileprivate let end: Int
  }

  package enum Search: Equatable {
    case found(ObjectID)
    case none
    /// The file is not as it should be.
    case broken
  }

  /// - Complexity: The logarithm of the length of the file.
  package func search(_ name: [UInt8]) -> Search {
    guard let file else { return .none }
    guard let place = lowerBound(of: name, in: file) else { return .broken }
    guard place < file.count else { return .none }
    guard let entry = Self.entry(at: place, of: file) else { return .broken }
    return entry.name == name ? .found(entry.id) : .none
  }

  /// The refs whose names begin so, in order.
  ///
  /// - Returns: `nil` if the file is not as it should be.
  package func entries(withPrefix prefix: [UInt8]) -> [Entry]? {
    guard let file else { return [] }
    guard var place = lowerBound(of: prefix, in: file) else { return nil }
    var entries: [Entry] = []
    while place < file.count {
      if file[place] == UInt8(ascii: "^") {
        place = Self.afterLine(place, of: file)
        continue
      }
      guard let entry = Self.entry(at: place, of: file) else { return nil }
      guard entry.name.starts(with: prefix) else { break }
      entries.append(entry)
      place = entry.end
    }
    return entries
  }

  /// Where the first ref begins whose name is `name` or comes behind it.
  private func lowerBound(of name: [UInt8], in file: FileBytes) -> Int? {
    var (low, high) = (start, file.count)
    while low < high {
      if file[low] == UInt8(ascii: "^") {
        low = Self.afterLine(low, of: file)
        continue
      }
      var middle = Self.startOfLine((low + high) / 2, from: low, of: file)
      if file[middle] == UInt8(ascii: "^") { middle = Self.startOfLine(middle - 1, from: low, of: file) }
      guard let entry = Self.entry(at: middle, of: file) else { return nil }
      if entry.name.lexicographicallyPrecedes(name) { low = entry.end } else { high = middle }
    }
    return low
  }

  private static func entry(at place: Int, of file: FileBytes) -> Entry? {
    let end = afterLine(place, of: file)
    let nameStart = place + digits + 1
    guard end > nameStart + 1, file[end - 1] == UInt8(ascii: "\n"), file[nameStart - 1] == UInt8(ascii: " "),
      let id = ObjectID(hexadecimal: (place..<(place + digits)).map { file[$0] }[...])
    else { return nil }
    return Entry(id: id, name: (nameStart..<(end - 1)).map { file[$0] }, end: end)
  }

  private static func afterLine(_ start: Int, of file: FileBytes) -> Int {
    var place = start
    while place < file.count, file[place] != UInt8(ascii: "\n") { place += 1 }
    return min(place + 1, file.count)
  }

  private static func startOfLine(_ place: Int, from low: Int, of file: FileBytes) -> Int {
    var start = place
    while start > low, file[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }
}
