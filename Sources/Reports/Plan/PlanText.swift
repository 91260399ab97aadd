import ReleaseProcess
import ReleaseScope

extension PlannedRelease {
  /// `2026-11-02 to 2026-11-30`; `no date` if nobody planned one.
  var dates: String {
    switch (startDate, releaseDate) {
    case (let start?, let end?): "\(start) to \(end)"
    case (nil, let end?): "\(end)"
    case (let start?, nil): "from \(start)"
    case (nil, nil): "no date"
    }
  }

  /// `3 days left`, `today`, `2 days late`; `nil` without a date.
  func time(on today: Day) -> String? {
    guard !isReleased else { return "released" }
    return daysLeft(on: today).map { days in
      switch days {
      case 0: "today"
      case 1...: "\(quantity(days, "day")) left"
      default: "\(quantity(-days, "day")) late"
      }
    }
  }

  /// `7 of 9 ready`; what keeps it from being known where something does.
  var readiness: String {
    guard let tickets else { return gap ?? "nothing says what is planned" }
    if tickets.isEmpty { return "no ticket yet" }
    let count = quantity(tickets.count, "ticket")
    if silent == tickets.count {
      return "\(count), nothing tells whether \(tickets.count == 1 ? "it is" : "they are") ready"
    }
    return "\(ready) of \(count) ready" + (silent == 0 ? "" : ", \(silent) not known")
  }

  /// The step that it waits for; `all steps are done` for one that waits for none.
  var next: String {
    guard let row = process.rows.first(where: { !$0.isDone }) else { return "all steps are done" }
    let who = row.waitsFor.isEmpty ? "" : ", waits for \(row.waitsFor.joined(separator: ", "))"
    return "step \(row.step.number), \(row.step.name) (\(row.state.word))\(who)"
  }

  /// `hot fix, follows 2.4.0`; `nil` for a release like any other.
  var kind: String? {
    let parts = [isHotfix ? "hot fix" : nil, follows.map { "follows \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension ReleasePlan {
  /// What does not fit together, one sentence each.
  var conflicts: [String] {
    let shared = shared.map { "\($0.key) is in \(enumeration($0.versions.map(\.text)))" }
    let overlaps = overlaps.map {
      "\($0.first) and \($0.second) are both under way from \($0.days.lowerBound) to \($0.days.upperBound)"
    }
    let contradictions = releases.flatMap { release in
      release.process.contradictions.map { "\(release.version): \($0.text)" }
    }
    return shared + overlaps + contradictions
  }

  /// `3 releases, and 12 that are released`.
  var tally: String {
    let released =
      releasedCount == 0 ? "" : "; \(releasedCount) released \(releasedCount == 1 ? "one" : "ones") not shown"
    return "\(quantity(releases.count, "release"))\(released)"
  }
}
