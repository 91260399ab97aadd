import Console
import Documents
import ReleaseScope
import Reports
import ScopeCheck

/// What `init` says that it has learned: a line for each part, with whether it was seen or guessed.
struct SurveyText {
  private let survey: RepositorySurvey
  private let words: TerminalText

  init(_ survey: RepositorySurvey, _ words: TerminalText) {
    self.survey = survey
    self.words = words
  }

  var text: String {
    let proposal = survey.proposal
    var lines: [(label: String, value: String, remark: String)] = []
    func add<Value>(
      _ label: String, _ parts: [PolicyProposal.Part<Value>], _ text: (Value) -> String
    ) {
      for (place, part) in parts.enumerated() { lines.append((place == 0 ? label : "", text(part.value), part.remark)) }
    }
    add("base", [proposal.base]) { $0 }
    add("release branches", proposal.releaseBranches, \.text)
    add("tags", [proposal.tag].compactMap(\.self), \.text)
    add("range from", [proposal.since].compactMap(\.self)) { $0 }
    if proposal.projects.isEmpty {
      lines.append(("ticket projects", "none", "guessed: \(quantity(survey.commitsRead, "commit")) name no ticket"))
    }
    add("ticket projects", proposal.projects, \.text)
    add("left out", Array(proposal.doubtfulProjects.prefix(5)), \.text)
    add("trailers", proposal.trailers) { $0 }
    add("links", [proposal.ticketLink, proposal.commitLink].compactMap(\.self)) { $0 }
    add("exempt", proposal.exemptions.filter(\.isSeen)) { $0.author ?? $0.subject ?? "" }
    add("not exempt yet", proposal.exemptions.filter { !$0.isSeen }) { $0.author ?? $0.subject ?? "" }
    add("manifests", [proposal.manifest]) { $0 }
    add("ready statuses", [proposal.readyStatuses]) { $0.joined(separator: ", ") }
    let label = width(lines.map(\.label))
    let value = min(44, width(lines.map(\.value)))
    return "wrote \(CheckRequest.policyPath)\n\n"
      + lines.map { line in
        "  \(padded(line.label, label))\(padded(words.cleaned(line.value), value))\(words.cleaned(line.remark))\n"
      }.joined()
  }

  private func width(_ texts: [String]) -> Int { (texts.map(\.count).max() ?? 0) + 2 }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(2, columns - text.count))
  }
}
