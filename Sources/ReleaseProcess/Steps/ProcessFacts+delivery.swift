import ReleaseScope

/// Steps 10 to 14: the stakeholders, production, and the end in Jira.
extension ProcessFacts {
  var notesSent: StepRow {
    guard let notes = message(.notes) else { return unsent(.notes, "no release notes are known to be sent", "QA") }
    return StepRow(.notes, .done, [notes.evidence("release notes went out")])
  }

  var resultsSent: StepRow {
    guard let results = message(.results) else { return unsent(.results, "no results are known to be sent", "QA") }
    return StepRow(.results, .done, [results.evidence("the results went out")])
  }

  /// A draft is no mail: what was not recorded is not known.
  private func unsent(_ step: ProcessStep, _ text: String, _ owner: String) -> StepRow {
    StepRow(step, .unknown, [StepEvidence(.mail, text)], waitsFor: [owner])
  }

  /// When the release came to production; `nil` if nothing tells. A lightweight tag has no time.
  var producedAt: Instant? {
    if case .reached(let ref) = production, ref.hasMerge == true { return ref.time }
    return successfulDeployments.map(\.time).min()
  }

  private var successfulDeployments: [DeploymentEvidence] {
    (evidence?.deployments ?? []).filter { $0.hasSucceeded && $0.hasRelease == true }
  }

  var runsOnProduction: StepRow {
    let waits = ["operations"]
    if let last = successfulDeployments.max(by: { $0.time < $1.time }) {
      let text = "\(last.environment) had \(last.commit.abbreviated), which has the release"
      return StepRow(.production, .done, [StepEvidence(.forge, text, url: last.url, time: last.time, by: last.by)])
    }
    switch production {
    case .reached(let ref):
      let seen = StepEvidence(.git, "\(ref.name) is at \(ref.commit.abbreviated)", time: ref.time, by: ref.by)
      switch ref.hasMerge {
      case true: return StepRow(.production, .done, [seen])
      case false:
        return StepRow(
          .production, .notYet, [StepEvidence(.git, "\(ref.name) does not have the merge"), seen], waitsFor: waits)
      case nil:
        let text = "no merge of the release is known that \(ref.name) could have"
        return StepRow(.production, .unknown, [seen, StepEvidence(.git, text)], waitsFor: waits)
      }
    case .absent(let name):
      return StepRow(.production, .notYet, [StepEvidence(.git, "there is no \(name) here")], waitsFor: waits)
    case .environment(let name):
      let isAsked = evidence?.deployments != nil
      if let strange = evidence?.deployments?.last(where: { $0.hasSucceeded && $0.hasRelease == nil }) {
        let text = "'\(name)' had \(strange.commit.abbreviated), which is not here, or the release is not merged here"
        let seen = StepEvidence(.forge, text, url: strange.url, time: strange.time, by: strange.by)
        return StepRow(.production, .unknown, [seen], waitsFor: waits)
      }
      let text =
        isAsked ? "no deployment to '\(name)' had the release" : "the forge was not asked for deployments to '\(name)'"
      return StepRow(.production, isAsked ? .notYet : .unknown, [StepEvidence(.forge, text)], waitsFor: waits)
    case .notNamed:
      let text = "nothing says what production is: set 'production:' in the policy"
      return StepRow(.production, .unknown, [StepEvidence(.policy, text)], waitsFor: waits)
    }
  }

  var ticketsClosed: StepRow {
    let standings = standings
    guard !standings.isEmpty else {
      let text = gaps.first ?? "the manifest lists no ticket"
      return StepRow(.closing, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let open = standings.filter { $0.status != nil && !$0.isClosed }
    if !open.isEmpty {
      let text = "\(open.count) of \(quantity(standings.count, "ticket")) \(isOrAre(open.count)) open: \(open.names)"
      let seen = [StepEvidence(open[0].source, text, time: askedAt)]
      // What Jira said before the deployment tells nothing of what was closed after it.
      if let produced = producedAt, askedAt.map({ $0 < produced }) ?? true {
        let old = StepEvidence(open[0].source, "that was before the release came to production; fetch it again")
        return StepRow(.closing, .unknown, seen + [old], waitsFor: ["QA"])
      }
      return StepRow(.closing, .notYet, seen, waitsFor: ["QA"])
    }
    let silent = standings.filter { !$0.isClosed }
    if !silent.isEmpty {
      let text = "nothing tells the status of \(silent.names(of: standings.count))"
      return StepRow(.closing, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let text = "all \(quantity(standings.count, "ticket")) \(isOrAre(standings.count)) closed"
    let last = standings.compactMap(\.since).max()
    let seen = [StepEvidence(standings[0].source, text, time: last)]
    guard producedAt != nil else {
      let why = StepEvidence(.git, "nothing tells when the release came to production, so that it may have been before")
      return StepRow(.closing, .unknown, seen + [why], waitsFor: ["QA"])
    }
    guard standings.allSatisfy({ $0.since != nil }) else {
      let why = StepEvidence(standings[0].source, "nothing tells when each was closed, before production or on it")
      return StepRow(.closing, .unknown, seen + [why], waitsFor: ["QA"])
    }
    return StepRow(.closing, .done, seen)
  }

  var versionIsClosed: StepRow {
    if let versions = evidence?.versions, !versions.isEmpty {
      let open = versions.filter { !$0.isReleased }
      guard open.isEmpty else {
        let names = open.map(\.project.description)
        let text = "the version is not released in \(enumeration(names))"
        return StepRow(
          .versionClosed, .notYet, [StepEvidence(.jira, text, url: open.first?.url, time: evidence?.fetchedAt)],
          waitsFor: ["QA"])
      }
      let day = versions.compactMap(\.releaseDate).max().map { " on \($0)" } ?? ""
      return StepRow(
        .versionClosed, .done,
        [StepEvidence(.jira, "the version is released\(day)", url: versions.first?.url, time: evidence?.fetchedAt)])
    }
    guard let version = manifest?.version, let isReleased = version.isReleased else {
      let text =
        manifest == nil ? gaps.first ?? "there is no manifest" : "the manifest does not tell whether it is released"
      return StepRow(.versionClosed, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let time = manifest?.source?.fetchedAt
    guard isReleased else {
      let text = "the version was not released when the manifest was fetched"
      return StepRow(
        .versionClosed, time == nil ? .unknown : .notYet, [StepEvidence(.manifest, text, time: time)], waitsFor: ["QA"])
    }
    let day = version.releaseDate.map { " on \($0)" } ?? ""
    return StepRow(.versionClosed, .done, [StepEvidence(.manifest, "the version is released\(day)", time: time)])
  }
}
