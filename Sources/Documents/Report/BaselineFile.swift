import JSON
package import ReleaseScope

/// A baseline as it stands in a file, `relscope.baseline/1` in JSON.
package struct BaselineFile: Sendable {
  package static let schema = "relscope.baseline/1"

  package let baseline: Baseline
  /// `sha256:` and the digest of the file's bytes.
  package let digest: String

  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badData``, with the line.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    let source = DocumentSource(name: name, kind: .badData)
    digest = "sha256:" + sha256(bytes)
    let read = ReportReader(TypedReader(source: source, takesPlainAsText: false))
    let document = try source.json(bytes)
    try read.checkSchema(document, Self.schema, "baseline")
    try read.refuseOthers(document, "baseline", than: ["schema", "version", "entries"])
    guard let version = try read.version(document) else {
      throw source.error(document.line, "no 'version'", help: "write the baseline again")
    }
    var entries: [Baseline.Entry] = []
    for element in try read.elements(document, "entries") {
      try read.refuseOthers(element, "entry", than: ["rule", "ticket", "commits", "about", "message", "reason"])
      let entry = Baseline.Entry(
        rule: try read.word(element, "rule"), ticket: try read.ticket(element),
        commits: try read.ids(element, "commits"),
        about: try read.optionalText(element, "about"), message: try read.text(element, "message"),
        reason: try read.text(element, "reason"))
      guard entry.rule.canBeInBaseline else {
        throw source.error(
          element.line, "'\(entry.rule.rawValue)' cannot be in a baseline", help: "mend it, or waive it in the policy")
      }
      guard entry.reason.contains(where: { !$0.isWhitespace }) else {
        throw source.error(element.line, "an entry without a reason", help: "say why the finding is accepted")
      }
      entries.append(entry)
    }
    baseline = Baseline(version: version, entries: entries)
  }

  /// The contents of a file for a baseline, with a newline at its end: the same baseline gives the same bytes.
  package static func text(of baseline: Baseline) -> String {
    let entries = baseline.entries.map { entry -> JSONValue in
      .object([
        "rule": .string(entry.rule.rawValue),
        "ticket": entry.ticket.map { .string($0) } ?? .null,
        "commits": .ids(entry.commits),
        "about": entry.about.map { .string($0) },
        "message": .string(entry.message),
        "reason": .string(entry.reason),
      ])
    }
    let document = JSONValue.object([
      "schema": .string(Self.schema), "version": .string(baseline.version), "entries": .array(entries),
    ])
    return JSONWriter.pretty(document) + "\n"
  }
}
