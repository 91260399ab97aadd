import InMemoryRepository
import ReleaseScope

extension OracleRun {
  /// What was done, the commits, newest first, and what is wrong, for whoever has to mend it.
  package var story: String {
    var lines = ["\(history.mode.rawValue) messages, seed \(history.seed)"]
    lines += history.story.map { "  \($0)" }
    let repository = history.repository
    let names = Dictionary(grouping: repository.references.sorted { $0.key < $1.key }, by: \.value)
    for commit in repository.commits.reversed() {
      let parents = commit.parents.map { $0.abbreviated.prefix(7) }.joined(separator: " ")
      let refs = (names[commit.id] ?? []).map { " <\($0.key.dropFirst("refs/heads/".count))>" }.joined()
      let text = String(decoding: commit.message, as: UTF8.self).split(separator: "\n").map(String.init)
      lines.append("  \(commit.id.abbreviated.prefix(7)) (\(parents))\(refs) \(text.first ?? "")")
      lines += text.dropFirst().prefix(8).map { "      | \($0)" }
      if !commit.parents.isEmpty { lines += repository.changedLines(of: commit.id).map { "      \($0)" } }
    }
    lines.append("  planned: \(history.planned.sorted().map(\.description).joined(separator: " "))")
    for wrong in disagreements {
      switch wrong.subject {
      case .ticket(let key): lines.append("  \(key): should be \(wrong.expected), is \(wrong.seen)")
      case .merges: lines.append("  merges with changes: should be \(wrong.expected), are \(wrong.seen)")
      case .verdict: lines.append("  verdict: should be \(wrong.expected), is \(wrong.seen)")
      }
    }
    if !disagreements.isEmpty { lines += reasons }
    return lines.joined(separator: "\n")
  }

  /// What relscope gives as its evidence.
  private var reasons: [String] {
    func names(_ ids: [ObjectID]) -> String { ids.map { String($0.abbreviated.prefix(7)) }.joined(separator: " ") }
    var lines: [String] = []
    for case .ticket(let key) in disagreements.map(\.subject) {
      for ticket in report.tickets where ticket.key == key {
        let evidence = ticket.evidence.map { "\(names([$0.commit])) \($0.place.rawValue) \($0.state.rawValue)" }
        lines.append("  evidence for \(key): \(evidence.joined(separator: ", "))")
      }
    }
    for revert in report.reverts {
      let isOut = revert.isInEffect ? "" : ", not in effect"
      lines.append(
        "  \(names([revert.commit])) undoes \(names(revert.undoes)), outside \(names(revert.outside)), restores "
          + "\(names(revert.restores)), by \(revert.by.map(\.rawValue).joined(separator: " "))\(isOut)")
    }
    for match in report.alreadyOnBase {
      lines.append("  \(names([match.commit])) is on the base as \(names([match.counterpart])): \(match.by.rawValue)")
    }
    return lines
  }
}
