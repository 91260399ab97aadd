import JSON
import ReleaseScope

extension JSONValue {
  static func ids(_ ids: [ObjectID]) -> Self { .array(ids.map { .string($0) }) }
}

extension RangeSummary {
  var document: JSONValue {
    .object([
      "base": base.document,
      "release": release.document,
      "commits": .number(commits),
      "merges": .number(merges),
      "merge": merge.map { .string($0) },
    ])
  }
}

extension RangeEnd {
  fileprivate var document: JSONValue {
    .object(["name": .string(name), "id": id.map { .string($0) } ?? .null])
  }
}

extension DocumentSummary {
  var document: JSONValue {
    .object([
      "name": .string(name),
      "from": .string(from),
      "digest": .string(digest),
      "sealed": isSealed.map { .bool($0) },
      "tickets": tickets.map { .number($0) },
    ])
  }
}

extension VersionDates {
  var document: JSONValue {
    .object(["start": start.map { .string($0) }, "release": release.map { .string($0) }])
  }
}

extension Links {
  var document: JSONValue {
    .object(["ticket": ticket.map { .string($0.text) }, "commit": commit.map { .string($0.text) }])
  }
}

extension Counts {
  var document: JSONValue {
    .object([
      "delivered": .number(delivered),
      "absent": .number(absent),
      "unplanned": .number(unplanned),
      "untracked": .number(untracked),
      "errors": .number(errors),
      "warnings": .number(warnings),
      "waived": .number(waived),
      "known": known == 0 ? nil : .number(known),
    ])
  }
}

extension TicketReport {
  var document: JSONValue {
    .object([
      "key": .string(key),
      "planned": .bool(isPlanned),
      "state": .string(state.rawValue),
      "summary": summary.map { .string($0) } ?? .null,
      "status": status.map { .string($0) } ?? .null,
      "assignee": assignee.map { .string($0) } ?? .null,
      "evidence": .array(evidence.map(\.document)),
      "mentions": .ids(mentions),
      "repositories": repositories.isEmpty ? nil : .array(repositories.map { .string($0) }),
    ])
  }
}

extension Evidence {
  var document: JSONValue {
    .object([
      "commit": .string(commit),
      "place": .string(place.rawValue),
      "state": .string(state.rawValue),
      "via": via.map { .string($0) },
    ])
  }
}

extension RevertReport {
  var document: JSONValue {
    .object([
      "commit": .string(commit),
      "undoes": .ids(undoes),
      "undoesInPart": undoesInPart.isEmpty ? nil : .ids(undoesInPart),
      "restores": restores.isEmpty ? nil : .ids(restores),
      "outside": .ids(outside),
      "unresolved": .array(unresolved.map { .string($0) }),
      "by": .array(by.map { .string($0.rawValue) }),
      "inEffect": .bool(isInEffect),
    ])
  }
}

extension Finding {
  var document: JSONValue {
    .object([
      "rule": .string(rule.rawValue),
      "severity": .string(severity.rawValue),
      "ticket": ticket.map { .string($0) } ?? .null,
      "commits": .ids(commits),
      "message": .string(message),
      "help": .string(help.text),
      "waiver": waiver.map { waiver in
        .object([
          "reason": .string(waiver.reason), "approver": .string(waiver.approver), "expires": .string(waiver.expires),
        ])
      } ?? .null,
      "baseline": baselineReason.map { .object(["reason": .string($0)]) },
    ])
  }
}

extension ApprovalReport {
  var document: JSONValue {
    .object([
      "role": .string(role),
      "state": .string(state.rawValue),
      "approver": approver.map { .string($0) },
      "head": head.map { .string($0) },
      "time": time.map { .string($0) },
      "until": until.map { .string($0) },
      "key": key.map { .string($0) },
      "despite": despite.map { .string($0) },
      "reason": reason.map { .string($0.rawValue) },
      "detail": detail.map { .string($0) },
      "since": since.isEmpty ? nil : .ids(since),
    ])
  }
}

extension ReportPart {
  var document: JSONValue {
    .object([
      "name": .string(name),
      "verdict": .string(verdict.rawValue),
      "range": range.document,
      "policy": policy?.document ?? .null,
    ])
  }
}
