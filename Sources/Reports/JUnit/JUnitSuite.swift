/// Test cases that are shown together.
struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  var text: String {
    "  <testsuite name=\"relscope.\(name)\" \(Self.counts(cases, withSkipped: true))>\n"
      + cases.map(\.text).joined() + "  </testsuite>\n"
  }

  /// The counting attributes; `testsuites` has none for skipped cases.
  static func counts(_ cases: [JUnitCase], withSkipped: Bool) -> String {
    var (failures, errors, skipped) = (0, 0, 0)
    for item in cases {
      switch item.outcome {
      case .passed: break
      case .failed: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
      + (withSkipped ? " skipped=\"\(skipped)\"" : "")
  }
}
