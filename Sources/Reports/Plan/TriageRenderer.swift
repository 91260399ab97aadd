package import ReleaseProcess
import ReleaseScope

/// Draws what has to be triaged, oldest first, for a terminal.
package struct TriageTerminalRenderer: Sendable {
  private let terminal: Terminal

  package init(on terminal: Terminal) {
    self.terminal = terminal
  }

  package func text(of list: TriageList) -> String {
    var page = TerminalPage(terminal)
    guard !list.entries.isEmpty || !list.unasked.isEmpty else {
      return "Every planned ticket has what it needs.\n"
    }
    page.heading(StyledText("To triage", .strong), StyledText(list.tally))
    page.space()
    let column = min(24, (list.entries.map(\.key.description.count).max() ?? 0) + 2)
    for entry in list.entries {
      let since = entry.since.map { "since \($0.day)" } ?? "nobody knows since when"
      let facts = "\(entry.version), \(entry.who ?? "QA"), \(since): lacks \(enumeration(entry.missing))"
      page.entry(StyledText(entry.key.description, .strong), page.clean(facts), indent: 0, column: column)
      if let summary = entry.summary, !summary.isEmpty {
        page.entry(StyledText(""), page.brief(summary, .faint), indent: 0, column: column)
      }
    }
    if !list.unasked.isEmpty { page.space() }
    for line in list.unknown { page.paragraph(page.clean(line, .faint), indent: 2, hanging: 4) }
    return page.text
  }
}

/// Draws what has to be triaged as a check list in Markdown.
package struct TriageMarkdownRenderer: Sendable {
  package init() {}

  package func text(of list: TriageList) -> String {
    var page = MarkdownPage(limit: 60_000)
    page.write("## To triage\n\n\(list.tally)\n\n")
    for entry in list.entries {
      let since = entry.since.map { ", since \($0.day)" } ?? ""
      let words = [entry.key.description, entry.summary].compactMap(\.self).joined(separator: " ")
      let facts = "\(entry.version), \(entry.who ?? "QA")\(since): lacks \(enumeration(entry.missing))"
      let line = [words, facts].map { MarkdownText.escaped($0, limit: MarkdownText.briefLimit) }
      page.write("- [ ] \(line[0])  \n  \(line[1])\n", counting: "ticket")
    }
    page.write("\n", rows: list.unknown.map { "- \(MarkdownText.escaped($0))\n" }, counting: "remark")
    if !page.leftOut.isEmpty {
      let what = enumeration(page.leftOut.map { quantity($0.count, $0.noun) })
      page.close("\n**Left out for length: \(what).**\n")
    }
    return page.text
  }
}

extension TriageList {
  /// `3 tickets, 2 of them Dana Weber's`.
  fileprivate var tally: String {
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
  fileprivate var unknown: [String] {
    unasked.map { field, tickets in
      let (shown, more) = (tickets.prefix(5).map(\.description), tickets.count - 5)
      let names = enumeration(shown + (more > 0 ? ["\(more) more"] : []))
      return "the manifest does not say the \(field) of \(names): fetch it again"
    }
  }
}
