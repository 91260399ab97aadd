import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The texts that the renderers are known to write, one file each.
enum Golden {
  /// Compares `text` with a golden file exactly.
  ///
  /// With `RECORD_GOLDENS=1` in the environment the file is written, and the test fails: a record is not a check.
  static func expect(_ text: String, in name: String, location: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(name) differs", sourceLocation: location)
  }
}
