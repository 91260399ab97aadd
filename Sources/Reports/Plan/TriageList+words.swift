import ReleaseProcess
import ReleaseScope

extension TriageList {
  /// `3 tickets, 2 of them Dana Weber's`.
  var tally: String {
    var counts: [(who: String, count: Int)] = []
    for entry in entries {
      let who = entry.who ?? "QA"
      if let place = counts.firstIndex(where: { $0.who == who }) {
        counts[place].count += 1
      } else {
        counts.append((who, 1))
      }
    }
    let people = counts.sorted { $0.count > $1.count }.map { "\($0.who) \($0.count)" }
    let names = people.prefix(5) + (people.count > 5 ? ["\(people.count - 5) more people"] : [])
    return "\(quantity(entries.count, "ticket"))\(names.isEmpty ? "" : ": \(names.joined(separator: ", "))")"
  }

  /// One sentence for each field that nobody asked for.
  var unknown: [String] {
    unasked.map { field, tickets in
      let (shown, more) = (tickets.prefix(5).map(\.description), tickets.count - 5)
      let names = enumeration(shown + (more > 0 ? ["\(more) more"] : []))
      return "the manifest does not say the \(field) of \(names): fetch it again"
    }
  }
}
