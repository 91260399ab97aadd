package import ReleaseScope

/// Draws a report as SARIF 2.1.0, for code scanning and editors.
///
/// Each rule has a descriptor, and so has what was not seen. A waived finding is a suppressed result. A forge tells
/// results apart by their fingerprints, since all of them stand at the first line of one file.
package struct SARIFRenderer: ReportRenderer {
  private let toolVersion: String

  /// - Parameter toolVersion: The program's.
  package init(toolVersion: String) {
    self.toolVersion = toolVersion
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let rules = RuleDescriptor.all
    let places = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let results = Complaint.all(report).map { Result($0, ruleIndex: places[$0.rule]) }
    let driver = Driver(
      name: "relscope", semanticVersion: toolVersion, rules: rules)
    let run = Run(
      tool: Tool(driver: driver), columnKind: "unicodeCodePoints", results: results,
      properties: [
        "verdict": report.verdict.rawValue, "version": BriefText.cleaned(report.version?.text ?? ""),
        "base": "\(report.range.base.id)", "release": "\(report.range.release.id)",
      ])
    output.write(
      JSONText.text(
        Log(
          schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run])))
  }
}

private struct Log: Encodable {
  let schema: String
  let version: String
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }
}

private struct Run: Encodable {
  let tool: Tool
  let columnKind: String
  let results: [Result]
  let properties: [String: String]
}

private struct Tool: Encodable {
  let driver: Driver
}

private struct Driver: Encodable {
  let name: String
  let semanticVersion: String
  let rules: [RuleDescriptor]
}

private struct Text: Encodable {
  let text: String
}

private struct RuleDescriptor: Encodable {
  struct Configuration: Encodable {
    let level: String
  }

  let id: String
  let shortDescription: Text
  let fullDescription: Text
  let help: Text
  let defaultConfiguration: Configuration

  static var all: [Self] {
    Rule.all.map { rule in
      Self(
        id: rule.id.rawValue, shortDescription: Text(text: rule.id.title),
        fullDescription: Text(text: "Finds \(rule.finds)."), help: Text(text: rule.advice),
        defaultConfiguration: Configuration(level: rule.severity.sarifLevel))
    } + [
      Self(
        id: Complaint.incomplete, shortDescription: Text(text: "not seen"),
        fullDescription: Text(text: "Says what was needed for the verdict and could not be seen."),
        help: Text(text: "run the command that the result names, and check again"),
        defaultConfiguration: Configuration(level: "error"))
    ]
  }
}

private struct Result: Encodable {
  struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable {
        let uri: String
        var uriBaseId = "%SRCROOT%"
      }

      struct Region: Encodable {
        var startLine = 1
      }

      let artifactLocation: Artifact
      var region = Region()
    }

    let physicalLocation: Physical
  }

  struct Suppression: Encodable {
    var kind = "external"
    var status = "accepted"
    let justification: String
  }

  let ruleId: String
  let ruleIndex: Int?
  let level: String
  let message: Text
  let locations: [Location]
  let partialFingerprints: [String: String]
  let suppressions: [Suppression]?
  let properties: [String: [String]]

  init(_ complaint: Complaint, ruleIndex: Int?) {
    ruleId = complaint.rule
    self.ruleIndex = ruleIndex
    level = complaint.severity.sarifLevel
    message = Text(text: "\(complaint.message); \(complaint.help)")
    let artifact = Location.Physical.Artifact(uri: URIText.escaped(path: complaint.path))
    locations = [Location(physicalLocation: .init(artifactLocation: artifact))]
    partialFingerprints = [
      "relscope/v1": complaint.fingerprint, "primaryLocationLineHash": complaint.fingerprint,
    ]
    suppressions = complaint.justification.map { [Suppression(justification: $0)] }
    properties = [
      "tickets": complaint.ticket.map { ["\($0)"] } ?? [], "commits": complaint.commits.map(\.description),
    ]
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .off: "none"
    }
  }
}
