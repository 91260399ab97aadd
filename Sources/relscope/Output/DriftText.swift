import Console
import ReleaseScope
import Reports

/// What changed between two manifests, a line each.
struct DriftText {
  let text: String

  init(_ drift: ManifestDrift) {
    let words = TerminalText.detected
    func line(_ mark: String, _ ticket: Ticket) -> String {
      "\(mark) \(ticket.key)  \(words.cleaned(ticket.summary ?? ""))".trimmingEnd + "\n"
    }
    let changes = drift.changes.map { change in
      let before = change.before.map { "'\($0)'" } ?? "nothing"
      let after = change.after.map { "'\($0)'" } ?? "nothing"
      return words.cleaned("~ \(change.key)  \(change.field.rawValue): \(before) to \(after)") + "\n"
    }
    let lines = drift.added.map { line("+", $0) } + drift.dropped.map { line("-", $0) } + changes
    text = lines.isEmpty ? "no difference in the tickets\n" : lines.joined()
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
