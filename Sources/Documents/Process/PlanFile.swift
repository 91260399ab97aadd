import JSON
package import ReleaseProcess
import ReleaseScope

/// Writes the releases that are under way as a `relscope.plan/1` document.
package struct PlanFile: Sendable {
  package static let schema = "relscope.plan/1"

  package init() {}

  /// - Returns: JSON, with a newline at its end.
  package func text(of plan: ReleasePlan) -> String {
    let document = JSONValue.object([
      "schema": .string(Self.schema),
      "day": .string(plan.today),
      "releases": .array(plan.releases.map { $0.document(on: plan.today) }),
      "released": .number(plan.releasedCount),
      "shared": .array(
        plan.shared.map { shared in
          .object(["key": .string(shared.key), "versions": .array(shared.versions.map { .string($0) })])
        }),
      "overlaps": .array(
        plan.overlaps.map { overlap in
          .object([
            "versions": .array([.string(overlap.first), .string(overlap.second)]),
            "from": .string(overlap.days.lowerBound), "to": .string(overlap.days.upperBound),
          ])
        }),
      "remarks": .array(plan.remarks.map { .string($0) }),
    ])
    return JSONWriter.pretty(document) + "\n"
  }
}

extension PlannedRelease {
  fileprivate func document(on today: Day) -> JSONValue {
    .object([
      "version": .string(version),
      "startDate": startDate.map { .string($0) },
      "releaseDate": releaseDate.map { .string($0) },
      "daysLeft": daysLeft(on: today).map { .number($0) },
      "released": .bool(isReleased),
      "hotfix": .bool(isHotfix),
      "branch": branch.map { .string($0) },
      "follows": follows.map { .string($0) },
      "tickets": tickets.map { tickets in
        .array(
          tickets.map { ticket in
            .object([
              "key": .string(ticket.key), "summary": ticket.summary.map { .string($0) },
              "status": ticket.status.map { .string($0) }, "internal": .bool(internalTickets.contains(ticket.key)),
            ])
          })
      },
      "ready": tickets == nil ? nil : .number(ready),
      "reached": process.reached.map { .number($0.number) },
      "waitingFor": .array(
        process.waiting.map { row in
          .object(["step": .number(row.step.number), "who": .array(row.waitsFor.map { .string($0) })])
        }),
      "contradictions": .array(process.contradictions.map { .string($0.text) }),
      "unported": .array(unported.map { .string($0) }),
      "gap": gap.map { .string($0) },
    ])
  }
}
