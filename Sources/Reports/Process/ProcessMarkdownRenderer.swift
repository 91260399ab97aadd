package import ReleaseProcess
import ReleaseScope

/// Draws how far a release is as a check list in GitHub-flavoured Markdown.
package struct ProcessMarkdownRenderer: Sendable {
  private let limit: Int

  /// - Parameter limit: The most characters that are written; hosts refuse comments of more than 65,536.
  package init(limit: Int = 60_000) {
    self.limit = limit
  }

  package func text(of process: ReleaseProcess) -> String {
    var page = MarkdownPage(limit: limit)
    let plan = process.plan.map { ", \(MarkdownText.escaped($0))" } ?? ""
    page.write("## Release \(MarkdownText.escaped(process.version.text))\(plan)\n\n\(process.tally)\n\n")
    for row in process.rows { page.write(line(row), counting: "step") }
    let found = process.contradictions.map { found in
      let steps = found.steps.map { "\($0.number)" }.joined(separator: ", ")
      return "- \(MarkdownText.escaped(found.text)) (step \(steps))\n"
    }
    page.write("\n### Cannot all be right\n\n", rows: found, counting: "contradiction")
    if let next = process.waiting.first {
      let who = MarkdownText.escaped(next.waitsFor.joined(separator: ", "))
      page.write("\n**Waits for \(who)**: step \(next.step.number), \(MarkdownText.escaped(next.step.title))\n")
    }
    let remarks = process.remarks.map { "- \(MarkdownText.escaped($0))\n" }
    page.write("\n", rows: remarks, counting: "remark")
    if !page.leftOut.isEmpty {
      let what = enumeration(page.leftOut.map { quantity($0.count, $0.noun) })
      page.close("\n**Left out for length: \(what).**\n")
    }
    return page.text
  }

  private func line(_ row: StepRow) -> String {
    let box = row.isDone ? "x" : " "
    let state = row.isDone ? "" : " (**\(row.state.word)**)"
    var text = "- [\(box)] \(row.step.number). \(MarkdownText.escaped(row.step.title))\(state)\n"
    for seen in row.evidence {
      let words = MarkdownText.escaped(seen.text, limit: MarkdownText.briefLimit)
      text += "  - \(link(words, seen.url)) (\(MarkdownText.escaped(seen.origin)))\n"
    }
    return text
  }

  /// Only an address of the web, and none that could end the link, becomes one.
  private func link(_ text: String, _ url: String?) -> String {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"),
      url.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !"<>()[]\\\"".utf8.contains($0) })
    else { return text }
    return "[\(text)](\(url))"
  }
}
