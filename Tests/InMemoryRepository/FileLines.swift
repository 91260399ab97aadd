package import ReleaseScope

/// The contents of a file: lines, each with a line feed at its end.
package struct FileLines: Hashable, Sendable {
  package let lines: [String]
  package let id: ObjectID

  package init(_ lines: [String]) {
    self.lines = lines
    id = ObjectID(of: "blob", Self.bytes(lines))
  }

  package var bytes: [UInt8] { Self.bytes(lines) }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
