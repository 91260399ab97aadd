import JSON
package import ReleaseProcess
package import ReleaseScope

/// What Jira and the forge said of a release, as a `relscope.evidence/1` document keeps it.
package struct EvidenceFile: Sendable {
  package static let schema = "relscope.evidence/1"

  /// The file's name, as the caller gave it.
  package let name: String
  package let evidence: ProcessEvidence
  package let seal: Seal

  /// - Parameters:
  ///   - bytes: The whole file, JSON.
  ///   - name: For errors.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badData`` with the line: also for a seal that is broken, since
  ///   nobody could say what was asked and what was written by hand, and for a member that no evidence has.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    let source = DocumentSource(name: name, kind: .badData)
    let reader = TypedReader(source: source, takesPlainAsText: false)
    let document = try source.json(bytes)
    self.name = name
    evidence = try EvidenceReader(read: reader).evidence(document)
    seal = try Seal(of: document, reader: reader)
    if case .broken = seal {
      throw source.error(
        nil, "the seal does not match the evidence: somebody changed it", help: "run: relscope-remote evidence again")
    }
  }

  /// The sealed contents of a file: JSON, with a newline at its end.
  package static func text(of evidence: ProcessEvidence) -> String {
    JSONWriter.pretty(evidence.document.sealed()) + "\n"
  }
}

extension ProcessEvidence {
  fileprivate var document: JSONValue {
    .object([
      "schema": .string(EvidenceFile.schema),
      "version": .string(version),
      "fetchedAt": .string(fetchedAt),
      "versions": versions.map { .array($0.map(\.document)) },
      "tickets": tickets.map { .array($0.map(\.document)) },
      "releaseTicket": releaseTicket?.document,
      "pullRequest": pullRequest?.document ?? (hasNoPullRequest ? .null : nil),
      "deployments": deployments.map { .array($0.map(\.document)) },
      "messages": messages.map { .array($0.map(\.document)) },
    ])
  }
}

extension VersionEvidence {
  fileprivate var document: JSONValue {
    .object([
      "project": .string(project), "released": .bool(isReleased), "archived": .bool(isArchived),
      "startDate": startDate.map { .string($0) }, "releaseDate": releaseDate.map { .string($0) },
      "unresolved": unresolved.map { .number($0) }, "url": url.map { .string($0) },
    ])
  }
}

extension TicketEvidence {
  fileprivate var document: JSONValue {
    let assigned: JSONValue? =
      switch assignee {
      case .absent: nil
      case .empty: .null
      case .value(let name): .string(name)
      }
    return .object([
      "key": .string(key), "status": status.map { .string($0) }, "statusCategory": statusCategory.map { .string($0) },
      "assignee": assigned, "statuses": statuses.map { .array($0.map(\.document)) }, "entered": entered?.document,
      "left": left?.document,
    ])
  }
}

extension TicketEvidence.Change {
  fileprivate var document: JSONValue {
    .object([
      "value": .string(value), "time": .string(time), "by": by.map { .string($0) },
      "address": address.map { .string($0) },
    ])
  }
}

extension PullRequestEvidence {
  fileprivate var document: JSONValue {
    .object([
      "number": .number(number), "url": url.map { .string($0) }, "state": .string(state.rawValue),
      "draft": .bool(isDraft), "head": head.map { .string($0) }, "author": author.map { .string($0) },
      "createdAt": createdAt.map { .string($0) }, "mergedBy": mergedBy.map { .string($0) },
      "mergedAt": mergedAt.map { .string($0) }, "mergeCommit": mergeCommit.map { .string($0) },
      "reviews": .array(
        reviews.map { review in
          .object([
            "by": .string(review.by), "state": .string(review.state), "commit": review.commit.map { .string($0) },
            "time": review.time.map { .string($0) },
          ])
        }),
      "commentsRead": areCommentsRead ? nil : .bool(false),
      "comment": comment.map { comment in
        .object([
          "head": comment.head.map { .string($0) }, "time": comment.time.map { .string($0) },
          "url": comment.url.map { .string($0) },
        ])
      },
    ])
  }
}

extension DeploymentEvidence {
  fileprivate var document: JSONValue {
    .object([
      "environment": .string(environment), "commit": .string(commit), "succeeded": .bool(hasSucceeded),
      "time": .string(time), "by": by.map { .string($0) }, "url": url.map { .string($0) },
    ])
  }
}

extension MessageEvidence {
  fileprivate var document: JSONValue {
    .object([
      "kind": .string(kind.rawValue), "time": .string(time), "by": by.map { .string($0) },
      "reference": reference.map { .string($0) }, "tickets": tickets.map { .array($0.map { .string($0) }) },
    ])
  }
}
