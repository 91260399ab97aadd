/// The approvals that a note holds, one a line; several notes of one commit count together.
package struct ApprovalNote: Sendable {
  /// A line of a note beyond which nobody looks.
  package enum Excess: Equatable, Sendable {
    case bytes
    case lines
    case line

    /// Completes "the note".
    package var message: String {
      switch self {
      case .bytes: "is longer than \(ApprovalNote.sizeLimit) bytes"
      case .lines: "has more than \(ApprovalNote.lineLimit) lines"
      case .line: "has a line of more than \(ApprovalNote.lineSizeLimit) bytes"
      }
    }
  }

  static let sizeLimit = 64 << 10
  static let lineLimit = 200
  static let lineSizeLimit = 4 << 10

  /// In the order of their lines; what was signed twice counts once.
  package private(set) var records: [ApprovalRecord] = []
  /// What the other lines are, each once.
  package private(set) var unread: [RecordError] = []
  /// `nil` if everything was looked at.
  package private(set) var excess: Excess?

  /// - Complexity: Linear up to the bounds.
  package init(_ notes: [[UInt8]]) {
    var seen: Set<[UInt8]> = []
    for note in notes {
      guard note.count <= Self.sizeLimit else {
        excess = .bytes
        continue
      }
      let lines = note.split(separator: 10)
      if lines.count > Self.lineLimit { excess = .lines }
      for line in lines.prefix(Self.lineLimit) where seen.insert(Array(line)).inserted {
        guard line.count <= Self.lineSizeLimit else {
          excess = .line
          continue
        }
        add(line)
      }
    }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    do throws(RecordError) {
      records.append(try ApprovalRecord(parsing: line))
    } catch {
      if !unread.contains(error) { unread.append(error) }
    }
  }
}
