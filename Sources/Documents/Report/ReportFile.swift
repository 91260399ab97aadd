import JSON
package import ReleaseScope

/// Writes a report as `relscope.report/1` JSON.
///
/// The members and their order are part of the format. An element is made when it is written, so that memory does not
/// grow with the report. What could change the look of a terminal is written as an escape.
package struct ReportFile: Sendable {
  package static let schema = "relscope.report/1"

  package init() {}

  /// Writes the whole report, with a newline at its end.
  ///
  /// - Complexity: Linear.
  package func write(_ report: ScopeReport, to stream: inout some TextOutputStream) {
    var output = JSONStream(stream)
    defer { stream = output.finished() }
    output.json.add("{\n")
    write("schema", .string(Self.schema), to: &output)
    write("verdict", .string(report.verdict.rawValue), to: &output)
    write("version", report.version.map { .string($0) } ?? .null, to: &output)
    write("stage", .string(report.stage.rawValue), to: &output)
    write("range", report.range.document, to: &output)
    write("manifest", report.manifest?.document ?? .null, to: &output)
    if let dates = report.dates { write("dates", dates.document, to: &output) }
    write("policy", report.policy?.document ?? .null, to: &output)
    if !report.links.isEmpty { write("links", report.links.document, to: &output) }
    if let baseline = report.baseline { write("baseline", baseline.document, to: &output) }
    if let repository = report.repository { write("repository", .string(repository), to: &output) }
    if !report.parts.isEmpty { write("parts", report.parts, to: &output) { $0.document } }
    write("counts", report.counts.document, to: &output)
    write("tickets", report.tickets, to: &output) { $0.document }
    write("untracked", report.untracked, to: &output) { .string($0) }
    write("exempt", report.exempt, to: &output) { exempt in
      .object(["commit": .string(exempt.commit), "reason": .string(exempt.reason)])
    }
    write("reverts", report.reverts, to: &output) { $0.document }
    write("alreadyOnBase", report.alreadyOnBase, to: &output) { match in
      .object([
        "commit": .string(match.commit), "as": .string(match.counterpart), "by": .string(match.by.rawValue),
      ])
    }
    write("otherKeys", report.otherKeys, to: &output) { other in
      .object(["key": .string(other.key), "commits": .ids(other.commits)])
    }
    write("findings", report.findings, to: &output) { $0.document }
    write("incomplete", report.incomplete, to: &output) { missing in
      .object([
        "reason": .string(missing.reason.rawValue), "message": .string(missing.message),
        "help": .string(missing.help.text),
      ])
    }
    if !report.approvals.isEmpty { write("approvals", report.approvals, to: &output) { $0.document } }
    if !report.reviews.isEmpty {
      write("reviews", report.reviews, to: &output) { review in
        .object([
          "by": .string(review.by), "state": .string(review.state), "commit": review.commit.map { .string($0) },
          "time": review.time.map { .string($0) },
        ])
      }
    }
    write("remarks", report.remarks, to: &output) { .string($0) }
    write("commits", report.commits, to: &output, isLast: true) { commit in
      .object([
        "id": .string(commit.id), "subject": .string(commit.subject), "author": .string(commit.author),
        "date": .string(commit.date),
      ])
    }
    output.json.add("}\n")
  }

  private func write(_ name: String, _ value: JSONValue, to output: inout JSONStream<some TextOutputStream>) {
    output.json.add("  \"\(name)\": ")
    JSONWriter.write(value, depth: 1, to: &output.json)
    output.json.add(",\n")
  }

  private func write<Element>(
    _ name: String, _ elements: some Sequence<Element>, to output: inout JSONStream<some TextOutputStream>,
    isLast: Bool = false, as document: (Element) -> JSONValue
  ) {
    output.json.add("  \"\(name)\": [")
    var isEmpty = true
    for element in elements {
      output.json.add(isEmpty ? "\n    " : ",\n    ")
      isEmpty = false
      JSONWriter.write(document(element), depth: 2, to: &output.json)
      output.passOn()
    }
    output.json.add(isEmpty ? "]" : "\n  ]")
    output.json.add(isLast ? "\n" : ",\n")
  }
}

/// Passes JSON on to a stream, much at a time.
private struct JSONStream<Output: TextOutputStream> {
  private static var room: Int { 1 << 16 }

  var json = JSONBytes()
  private var output: Output

  init(_ output: Output) {
    self.output = output
  }

  /// Passes on what was written, if that is much. Called between values, so that no character is cut.
  mutating func passOn() {
    guard json.bytes.count >= Self.room else { return }
    output.write(json.text)
    json.removeAll()
  }

  consuming func finished() -> Output {
    output.write(json.text)
    return output
  }
}
