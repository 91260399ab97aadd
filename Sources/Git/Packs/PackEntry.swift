import Commits

/// The head of an object in a pack.
///
/// - Note: Source of the format: git's `gitformat-pack`.
struct PackEntry {
  enum Kind: Equatable {
    case commit
    case tree
    case file
    /// Made of the entry at an offset.
    case delta(of: Int)
    /// Made of an object of the same pack.
    case deltaOf(ObjectID)
    case other

    /// Whether it is a commit, or may be one that is stored as a delta.
    var mayBeCommit: Bool {
      switch self {
      case .commit, .delta, .deltaOf: true
      case .tree, .file, .other: false
      }
    }
  }

  /// A number of up to ten bytes, then an id.
  static let longestHead = 30

  let kind: Kind
  /// The length when inflated: of the object, or of the delta.
  let size: Int
  /// Where the deflated bytes begin in the file.
  let data: Int

  /// - Parameters:
  ///   - bytes: What the file has at `offset`.
  /// - Returns: `nil` if it is no entry, or not whole.
  init?(_ bytes: Span<UInt8>, at offset: Int) {
    guard bytes.count > 0 else { return nil }
    var place = 1
    var size = Int(bytes[0] & 0x0F)
    var shift = 4
    var continues = bytes[0] & 0x80 != 0
    while continues {
      guard place < bytes.count, shift <= 53 else { return nil }
      size |= Int(bytes[place] & 0x7F) << shift
      shift += 7
      continues = bytes[place] & 0x80 != 0
      place += 1
    }
    self.size = size
    switch bytes[0] >> 4 & 7 {
    case 1: kind = .commit
    case 2: kind = .tree
    case 3: kind = .file
    case 6:
      guard let distance = Self.distance(bytes, at: &place), distance > 0, distance <= offset else { return nil }
      kind = .delta(of: offset - distance)
    case 7:
      guard bytes.count - place >= 20 else { return nil }
      kind = .deltaOf(ObjectID(bytes.extracting(place..<(place + 20))))
      place += 20
    default: kind = .other
    }
    data = offset + place
  }

  /// A number of which the highest seven bits come first, and each further byte counts one more.
  private static func distance(_ bytes: Span<UInt8>, at place: inout Int) -> Int? {
    var distance = -1
    while place < bytes.count, distance < 1 << 48 {
      let byte = bytes[place]
      place += 1
      distance = (distance + 1) << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return distance }
    }
    return nil
  }
}
