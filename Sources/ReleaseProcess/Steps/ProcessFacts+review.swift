import ReleaseScope

/// Steps 6 to 9: the pull request, its comparison, and the merge.
extension ProcessFacts {
  var pullRequest: StepRow {
    if let request = evidence?.pullRequest {
      let draft = request.isDraft ? ", a draft" : ""
      let seen = StepEvidence(
        .forge, "pull request #\(request.number) is \(request.state.rawValue)\(draft)", url: request.url,
        time: request.createdAt, by: request.author)
      switch request.state {
      case .open where request.isDraft, .closed:
        return StepRow(.pullRequest, .notYet, [seen], waitsFor: ["release developer"])
      case .open, .merged: return StepRow(.pullRequest, .done, [seen])
      }
    }
    if let merge = newestMerge {
      let number = RequestOfMerge(subject: merge.subject)
      guard let number else {
        let text = "the release was merged, and the merge names no pull request"
        return StepRow(
          .pullRequest, .unknown, [StepEvidence(.git, text, time: merge.time)], waitsFor: ["release developer"])
      }
      let text = "the merge names pull request \(number.text)"
      return StepRow(.pullRequest, .done, [StepEvidence(.git, text, time: merge.time)])
    }
    if evidence?.hasNoPullRequest == true {
      return StepRow(
        .pullRequest, .notYet, [StepEvidence(.forge, "there is no pull request of the release branch")],
        waitsFor: ["release developer"])
    }
    guard let branch else {
      return StepRow(
        .pullRequest, .unknown, [StepEvidence(.git, "there is no branch of the release here")],
        waitsFor: ["release developer"])
    }
    let text = "'\(branch.name)' is \(quantity(branch.ahead, "commit")) ahead of the base; the forge was not asked"
    return StepRow(.pullRequest, .unknown, [StepEvidence(.git, text)], waitsFor: ["release developer"])
  }

  var comparison: StepRow {
    guard let report else {
      let text = gaps.last ?? "the release was not compared with its version"
      return StepRow(
        .comparison, .unknown, [StepEvidence(.check, text)], waitsFor: ["tech lead", "release developer"])
    }
    var seen = [StepEvidence(.check, verdict(report))]
    let given = approvals ?? []
    seen += given.map(\.evidence)
    for review in evidence?.pullRequest?.reviews ?? [] {
      let commit = review.commit.map { " for \($0.abbreviated)" } ?? ""
      seen.append(
        StepEvidence(.forge, "review: \(review.state)\(commit) (binds no content)", time: review.time, by: review.by))
    }
    let owed = given.filter { $0.state != .holds }.map(\.role)
    switch report.verdict {
    case .fail:
      return StepRow(
        .comparison, .notYet, seen, waitsFor: ["release developer"] + owed.filter { $0 != "release-developer" })
    case .incomplete: return StepRow(.comparison, .unknown, seen, waitsFor: ["release developer"])
    case .pass:
      guard approvals != nil else {
        seen.append(
          StepEvidence(.policy, "the policy asks for no approval, so that nothing tells whether people agreed"))
        return StepRow(.comparison, .unknown, seen, waitsFor: ["tech lead", "release developer"])
      }
      return StepRow(.comparison, owed.isEmpty ? .done : .notYet, seen, waitsFor: owed)
    }
  }

  private func verdict(_ report: ScopeReport) -> String {
    let counts = report.counts
    switch report.verdict {
    case .pass: return "the release has what the version says: \(quantity(counts.delivered, "ticket")) delivered"
    case .fail: return "the release differs from the version: \(quantity(counts.errors, "error"))"
    case .incomplete: return report.incomplete.first?.message ?? "not everything that is needed could be seen"
    }
  }

  var scopeTold: StepRow {
    let head = branch?.head ?? evidence?.pullRequest?.head
    if let comment = evidence?.pullRequest?.comment {
      guard head.flatMap({ comment.head?.names($0) }) ?? true else {
        let text = "the comment tells of an older head, \(comment.head?.abbreviated ?? "")"
        return StepRow(
          .scopeTold, .notYet, [StepEvidence(.forge, text, url: comment.url, time: comment.time)],
          waitsFor: ["release developer"])
      }
      guard comment.head != nil, head != nil else {
        let text = "there is a comment, and nothing tells which head it is about"
        return StepRow(
          .scopeTold, .unknown, [StepEvidence(.forge, text, url: comment.url, time: comment.time)],
          waitsFor: ["release developer"])
      }
      return StepRow(
        .scopeTold, .done,
        [StepEvidence(.forge, "the pull request has the report on its head", url: comment.url, time: comment.time)])
    }
    if let mail = message(.scope) {
      return StepRow(.scopeTold, .done, [mail.evidence("QA was told by mail")])
    }
    let text =
      switch evidence?.pullRequest?.areCommentsRead {
      case nil: "the forge was not asked for the comment"
      case false?: "the comments of the pull request could not be read"
      case true?: "the pull request has no comment with the report"
      }
    let isRead = evidence?.pullRequest?.areCommentsRead == true
    let state = isRead ? StepState.notYet : .unknown
    return StepRow(
      .scopeTold, state, [StepEvidence(.forge, text)], waitsFor: ["release developer"])
  }

  var merge: StepRow {
    guard !merges.isEmpty else {
      if let request = evidence?.pullRequest, request.state == .merged {
        let commit = request.mergeCommit.map { " as \($0.abbreviated)" } ?? ""
        let text = "the forge merged pull request #\(request.number)\(commit), which is not on the base here"
        return StepRow(
          .merge, .unknown,
          [StepEvidence(.forge, text, url: request.url, time: request.mergedAt, by: request.mergedBy)],
          waitsFor: ["tech lead"])
      }
      guard let branch, branch.ahead > 0 else {
        return StepRow(
          .merge, .unknown, [StepEvidence(.git, "no merge on the base is known to be the release's")],
          waitsFor: ["tech lead"])
      }
      let text = "\(quantity(branch.ahead, "commit")) of '\(branch.name)' \(isOrAre(branch.ahead)) not on the base"
      return StepRow(.merge, .notYet, [StepEvidence(.git, text)], waitsFor: ["tech lead"])
    }
    var seen = merges.map { merge in
      StepEvidence(.git, "\(merge.commit.abbreviated) \(merge.subject)", time: merge.time, by: merge.committer)
    }
    if let request = evidence?.pullRequest, request.state == .merged {
      seen.append(
        StepEvidence(
          .forge, "pull request #\(request.number) is merged", url: request.url, time: request.mergedAt,
          by: request.mergedBy))
    }
    if let branch, branch.ahead > 0 {
      let text = "'\(branch.name)' has \(quantity(branch.ahead, "commit")) more since it was merged"
      return StepRow(.merge, .notYet, [StepEvidence(.git, text)] + seen, waitsFor: ["tech lead"])
    }
    return StepRow(.merge, .done, seen)
  }

  func message(_ kind: MessageEvidence.Kind) -> MessageEvidence? {
    (evidence?.messages ?? []).filter { $0.kind == kind }.max { $0.time < $1.time }
  }
}

extension MessageEvidence {
  func evidence(_ text: String) -> StepEvidence {
    let isPage = reference?.hasPrefix("http") == true
    let named = isPage ? "" : reference.map { " (\($0))" } ?? ""
    return StepEvidence(isPage ? .forge : .mail, text + named, url: isPage ? reference : nil, time: time, by: by)
  }
}

extension ApprovalFact {
  fileprivate var evidence: StepEvidence {
    switch state {
    case .holds: StepEvidence(.approval, "\(role) approved", time: time, by: by)
    case .missing: StepEvidence(.approval, "\(role) has not approved")
    case .void(let reason):
      StepEvidence(.approval, "the approval of \(role) does not hold: \(reason)", time: time, by: by)
    }
  }
}
