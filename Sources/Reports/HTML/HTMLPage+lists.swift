import ReleaseScope

extension HTMLPage {
  /// What belongs to no ticket.
  static func lists(_ report: ScopeReport, _ commits: CommitReferences) -> [List] {
    func list(_ title: String, id: String? = nil, _ items: [List.Item]) -> List? {
      items.isEmpty ? nil : List(title: title, id: id, number: items.count, items: items)
    }
    let told = report.toldUntracked
    return [
      list(
        "Commits without a ticket", id: "untracked",
        report.untracked.filter { !told.contains($0) }.map { List.Item(commit: commits.reference($0)) }),
      list("Reverts", report.reverts.map { List.Item(commit: commits.reference($0.commit), note: note($0)) }),
      list(
        "On the base already",
        report.alreadyOnBase.map { match in
          List.Item(
            commit: commits.reference(match.commit),
            note: "as \(match.counterpart.abbreviated), by \(match.by.rawValue.replacing("-", with: " "))")
        }),
      list(
        "Exempt",
        report.exempt.map { List.Item(commit: commits.reference($0.commit), note: clean($0.reason)) }),
      list(
        "Keys of other projects",
        report.otherKeys.map { other in
          List.Item(commit: other.commits.first.map(commits.reference), note: "\(other.key)")
        }),
      list("Remarks", report.remarks.map { List.Item(note: clean($0)) }),
    ].compactMap(\.self)
  }

  private static func note(_ revert: RevertReport) -> String {
    var parts: [String] = []
    func add(_ words: String, _ texts: [String]) {
      if !texts.isEmpty { parts.append("\(words) \(enumeration(texts))") }
    }
    add("undoes", revert.undoes.map(\.abbreviated))
    add("undoes a part of", revert.undoesInPart.map(\.abbreviated))
    add("does again", revert.restores.map(\.abbreviated))
    add("takes out of the base", revert.outside.map(\.abbreviated))
    add("nothing found for", revert.unresolved.map(clean))
    if !revert.isInEffect { parts.append("undone itself") }
    return parts.joined(separator: "; ")
  }
}
