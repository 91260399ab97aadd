import Git
import Platform
import ReleaseScope
import ScopeCheck

/// Looks at what of the history is here.
struct HistoryVisit {
  let repository: Repository
  let isJob: Bool

  private static let whole = "git fetch --refetch --no-filter origin"
  /// Of how many branches the history is walked.
  private static let most = 50

  func look() throws -> [Diagnosis] {
    var found: [Diagnosis] = []
    if repository.isShallow {
      let service = isJob ? CIEnvironment(variables: Environment.all, event: nil)?.service : nil
      found.append(
        .wrong(
          "history", "this is a shallow clone: the range may be wrong, and every check is incomplete",
          service?.shallowAdvice().text ?? "run: git fetch --unshallow origin"))
    }
    if try repository.hasGrafts() {
      found.append(
        .wrong(
          "history", "info/grafts gives commits other parents than they have",
          "run: git replace --convert-graft-file, then git replace -d for each"))
    }
    let replaced = try repository.replacedObjects()
    if let first = replaced.first {
      found.append(
        .wrong(
          "history", "git shows replacements of \(quantity(replaced.count, "commit")), relscope the originals",
          "run: git replace -d \(first)"))
    }
    let isPartial = try repository.remoteNames().contains { remote in
      try repository.configuration("remote.\(remote).promisor") == "true"
    }
    if isPartial {
      found.append(
        .open(
          "history", "this is a partial clone: where something is not here, a check is incomplete",
          "to have it all, run: \(Self.whole)"))
    }
    return found.isEmpty ? [.good("history", "neither shallow, nor grafted, nor replaced")] : found
  }

  /// Looks for commits that are not here, on the way from release branches and HEAD to where they left the base.
  func look(at branches: [NamedRef], base: NamedCommit) throws -> [Diagnosis] {
    var tips = branches.prefix(Self.most).map(\.id)
    if let head = try? repository.resolve("HEAD", as: "checked-out commit") { tips.append(head) }
    let history = try repository.history(base: base.id, releases: tips.filter { $0 != base.id })
    _ = try history.range()
    guard let first = history.missing.objects.min() else { return [] }
    return [
      .wrong(
        "history",
        "\(quantity(history.missing.objects.count, "commit")) that others name \(history.missing.objects.count == 1 ? "is" : "are") not here, such as \(first.abbreviated)",
        "run: \(Self.whole)")
    ]
  }
}
