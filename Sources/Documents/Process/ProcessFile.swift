import JSON
package import ReleaseProcess
import ReleaseScope

/// Writes how far a release is as a `relscope.process/1` document.
package struct ProcessFile: Sendable {
  package static let schema = "relscope.process/1"

  package init() {}

  /// - Returns: JSON, with a newline at its end.
  package func text(of process: ReleaseProcess) -> String {
    let document = JSONValue.object([
      "schema": .string(Self.schema),
      "version": .string(process.version),
      "startDate": process.startDate.map { .string($0) },
      "releaseDate": process.releaseDate.map { .string($0) },
      "steps": .array(process.rows.map(\.document)),
      "waitingFor": .array(
        process.waiting.map { row in
          .object(["step": .number(row.step.number), "who": .array(row.waitsFor.map { .string($0) })])
        }),
      "contradictions": .array(
        process.contradictions.map { found in
          .object(["steps": .array(found.steps.map { .number($0.number) }), "text": .string(found.text)])
        }),
      "remarks": .array(process.remarks.map { .string($0) }),
    ])
    return JSONWriter.pretty(document) + "\n"
  }
}

extension StepRow {
  fileprivate var document: JSONValue {
    .object([
      "step": .number(step.number),
      "title": .string(step.title),
      "owner": .string(step.owner),
      "state": .string(state.rawValue),
      "evidence": .array(
        evidence.map { seen in
          .object([
            "source": .string(seen.source.rawValue), "text": .string(seen.text), "url": seen.url.map { .string($0) },
            "time": seen.time.map { .string($0) }, "by": seen.by.map { .string($0) },
          ])
        }),
    ])
  }
}
