import Foundation
package import Testing

/// Expects `actual` to be, byte for byte, what the file `Goldens/<name>` beside the test says.
///
/// `RECORD_GOLDENS=1` writes the file, and fails: a recording is to be read before it is committed.
package func expectGolden(
  _ actual: String, named name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let golden = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent()
    .appendingPathComponent("Goldens").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    do {
      try TemporaryFolder.write(Data(actual.utf8), to: golden.path)
      Issue.record("recorded Goldens/\(name); read it, then run without RECORD_GOLDENS", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, "cannot record Goldens/\(name)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? Data(contentsOf: golden) else {
    Issue.record("no Goldens/\(name); record it with RECORD_GOLDENS=1", sourceLocation: sourceLocation)
    return
  }
  if let difference = GoldenDifference(expected: expected, actual: Data(actual.utf8)) {
    Issue.record("Goldens/\(name) \(difference)", sourceLocation: sourceLocation)
  }
}
