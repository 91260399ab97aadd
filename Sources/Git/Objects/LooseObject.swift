import CLibgit2
import Commits

/// An object that has a file of its own, inflated: its type and length, a zero, and its contents.
package struct LooseObject {
  private static let types: [(name: [UInt8], type: git_object_t)] = [
    (Array("commit".utf8), GIT_OBJECT_COMMIT), (Array("tree".utf8), GIT_OBJECT_TREE),
    (Array("blob".utf8), GIT_OBJECT_BLOB), (Array("tag".utf8), GIT_OBJECT_TAG),
  ]

  let type: git_object_t
  let bytes: [UInt8]
  /// Where the contents begin in ``bytes``.
  let start: Int

  /// - Parameter file: As git deflated it.
  /// - Returns: `nil` for a file that is not whole, or has more behind it.
  init?(file: Span<UInt8>, _ inflater: Inflater) {
    guard let bytes = inflater.inflate(file), let (type, start) = Self.head(of: bytes.span) else { return nil }
    self.type = type
    self.bytes = bytes
    self.start = start
  }

  /// The same for one object alone.
  package init?(file: [UInt8]) {
    guard let inflater = Inflater() else { return nil }
    self.init(file: file.span, inflater)
  }

  /// Reads `commit 182` and a zero.
  ///
  /// - Returns: `nil` for a type that git has not, and for another length than that of what follows.
  static func head(of bytes: Span<UInt8>) -> (type: git_object_t, start: Int)? {
    var place = 0
    while place < bytes.count, place < 8, bytes[place] != UInt8(ascii: " ") { place += 1 }
    let name = bytes.extracting(0..<place).copy
    guard let type = types.first(where: { $0.name == name })?.type else { return nil }
    let digits = place + 1
    place = digits
    var length = 0
    while place < bytes.count, place - digits < 18, case let digit = bytes[place], (0x30...0x39).contains(digit) {
      length = length * 10 + Int(digit - 0x30)
      place += 1
    }
    guard place > digits, place < bytes.count, bytes[place] == 0, length == bytes.count - place - 1 else { return nil }
    return (type, place + 1)
  }
}
