import ReleaseProcess
import ReleaseScope

extension StepState {
  /// As a sentence has it.
  var word: String {
    switch self {
    case .done: "done"
    case .notYet: "not yet"
    case .unknown: "unknown"
    case .contradicted: "contradicted"
    }
  }
}

extension ReleaseProcess {
  /// `9 done, 2 not yet, 3 unknown`.
  var tally: String {
    let order: [StepState] = [.done, .notYet, .contradicted, .unknown]
    let parts = order.compactMap { state in
      let count = rows.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.word)"
    }
    return parts.joined(separator: ", ")
  }

  /// `planned 2026-11-02 to 2026-11-30`; `nil` if nobody planned a day.
  var plan: String? {
    switch (startDate, releaseDate) {
    case (let start?, let end?): "planned \(start) to \(end)"
    case (nil, let end?): "planned for \(end)"
    case (let start?, nil): "planned from \(start)"
    case (nil, nil): nil
    }
  }
}

extension StepEvidence {
  /// Where it was seen, when, and by whom: `git, 2026-11-24, by Lea`.
  var origin: String {
    [source.rawValue, time.map { "\($0.day)" }, by.map { "by \($0)" }].compactMap(\.self).joined(separator: ", ")
  }
}
