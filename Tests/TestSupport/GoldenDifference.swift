package import Foundation

/// The first line in which two texts differ.
package struct GoldenDifference: Equatable, CustomStringConvertible {
  /// Counted from 1.
  package let line: Int

  /// The line of each text, or `nil` where the text has ended.
  package let expected: String?
  package let actual: String?

  /// Compares bytes: two spellings of one accented letter are different.
  ///
  /// - Returns: `nil` if both are the same.
  package init?(expected: Data, actual: Data) {
    guard expected != actual else { return nil }
    let newline = UInt8(ascii: "\n")
    let expectedLines = expected.split(separator: newline, omittingEmptySubsequences: false)
    let actualLines = actual.split(separator: newline, omittingEmptySubsequences: false)
    let same = zip(expectedLines, actualLines).prefix { $0 == $1 }.count
    line = same + 1
    self.expected = same < expectedLines.count ? String(decoding: expectedLines[same], as: UTF8.self) : nil
    self.actual = same < actualLines.count ? String(decoding: actualLines[same], as: UTF8.self) : nil
  }

  package var description: String {
    "differs in line \(line): expected \(Self.quoted(expected)), found \(Self.quoted(actual))"
  }

  private static func quoted(_ line: String?) -> String {
    line.map(\.debugDescription) ?? "the end"
  }
}
