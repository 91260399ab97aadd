import Documents
import ReleaseScope

/// Which of the statuses that manifests have mean that a ticket may be released.
struct StatusSurvey {
  let ready: [String]
  /// In order.
  let others: [String]
  /// How many tickets have one of `ready`.
  let readyTickets: Int
  /// Whether a name says it itself; else the category of statuses was taken for it.
  let isSaid: Bool

  /// - Returns: `nil` where no ticket has a status.
  init?(_ manifests: [Manifest]) {
    var counts: [String: (tickets: Int, isDone: Bool)] = [:]
    for manifest in manifests {
      for ticket in manifest.tickets {
        guard let status = ticket.status else { continue }
        counts[status, default: (0, false)].tickets += 1
        if ticket.statusCategory == "done" { counts[status]?.isDone = true }
      }
    }
    guard !counts.isEmpty else { return nil }
    let said = counts.keys.filter(Self.saysReady)
    let done = counts.filter { $0.value.isDone || Self.saysDone($0.key) }.map(\.key)
    isSaid = !said.isEmpty
    // What is closed was ready before.
    let ready = Set(said + done).sorted()
    self.ready = ready
    others = counts.keys.filter { !ready.contains($0) }.sorted()
    readyTickets = ready.reduce(0) { $0 + (counts[$1]?.tickets ?? 0) }
  }

  private static func saysReady(_ status: String) -> Bool {
    let words = status.lowercased().split { !$0.isLetter }
    return words.contains("ready") && words.contains { ["release", "deploy", "deployment", "production"].contains($0) }
  }

  private static func saysDone(_ status: String) -> Bool {
    ["done", "closed", "resolved", "released", "verified"].contains(status.lowercased())
  }
}
