package import ReleaseProcess
import ReleaseScope

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
