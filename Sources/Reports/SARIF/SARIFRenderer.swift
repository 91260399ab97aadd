import JSON
package import ReleaseScope

/// Draws a report as SARIF 2.1.0, one run with one descriptor for each rule.
///
/// What could not be seen is a result as well, of the descriptor `incomplete`: a viewer that shows results only must
/// not take such a report for a pass.
package struct SARIFRenderer: ReportRenderer {
  private let toolVersion: String

  /// - Parameter toolVersion: The version of relscope.
  package init(toolVersion: String) {
    self.toolVersion = toolVersion
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let place = ReportedFile(report).uri
    let results = Annotation.all(in: report).map { Self.result($0, at: place) }
    let log = JSONValue.object([
      "$schema": .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .object([
          "tool": .object([
            "driver": .object([
              "name": .string("relscope"),
              "semanticVersion": .string(toolVersion),
              "rules": .array(Self.descriptors),
            ])
          ]),
          "automationDetails": .object(["id": .string("relscope/")]),
          "invocations": .array([.object(["executionSuccessful": .bool(report.incomplete.isEmpty)])]),
          "results": .array(results),
          "properties": .object([
            "verdict": .string(report.verdict.rawValue),
            "version": report.version.map { .text($0.text) },
            "approvals": Self.lines(report.approvals.map(ApprovalText.line)),
            "reviews": Self.lines(report.reviews.map { ReviewText.line($0, head: report.range.release.id) }),
          ]),
        ])
      ]),
    ])
    output.write(log.document)
  }

  /// - Returns: `nil` for none, which leaves the member out.
  private static func lines(_ lines: [String]) -> JSONValue? {
    lines.isEmpty ? nil : .array(lines.prefix(ApprovalText.most).map { .text($0.cut(to: 2_000)) })
  }

  private static func result(_ annotation: Annotation, at place: String) -> JSONValue {
    let rule = RuleID(rawValue: annotation.code)
    return .object([
      "ruleId": .string(rule?.rawValue ?? incomplete),
      "ruleIndex": .number(rule.flatMap { RuleID.allCases.firstIndex(of: $0) } ?? RuleID.allCases.count),
      "level": .string(annotation.severity.level),
      "message": .object(["text": .string(annotation.lines.map(SARIFText.escaped).joined(separator: "\n"))]),
      "locations": .array([
        .object([
          "physicalLocation": .object([
            "artifactLocation": .object(["uri": .string(place)]),
            "region": .object(["startLine": .number(1)]),
          ]),
          "logicalLocations": annotation.subject.map { .array([.object(["name": .text($0)])]) },
        ])
      ]),
      // GitHub tells results apart by the former, which would else be the hash of the same line for all.
      "partialFingerprints": .object([
        "primaryLocationLineHash": .string(annotation.identity),
        "relscope/v1": .string(annotation.identity),
      ]),
      "suppressions": annotation.acceptance.map {
        .array([
          .object([
            "kind": .string("external"), "status": .string("accepted"), "justification": .text($0.cut(to: 2_000)),
          ])
        ])
      },
    ])
  }

  private static let incomplete = "incomplete"

  /// In the order of ``RuleID``, then the one for what could not be seen.
  private static var descriptors: [JSONValue] {
    Rule.all.map { rule in
      descriptor(
        rule.id.rawValue, title: rule.id.title, finds: rule.finds, advice: rule.advice.text, level: rule.severity.level)
    } + [
      descriptor(
        incomplete, title: "needed for a verdict, and not seen",
        finds: "something that a verdict needs and that "
          + "could not be seen", advice: "make it available as the message says, and check again", level: "error")
    ]
  }

  private static func descriptor(
    _ id: String, title: String, finds: String, advice: String, level: String
  ) -> JSONValue {
    .object([
      "id": .string(id),
      "shortDescription": .object(["text": .string(SARIFText.escaped(title))]),
      "fullDescription": .object(["text": .string(SARIFText.escaped("Finds \(finds)."))]),
      "help": .object(["text": .string(SARIFText.escaped(advice))]),
      "defaultConfiguration": .object(["level": .string(level)]),
    ])
  }
}

extension Severity {
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .off: "none"
    }
  }
}
