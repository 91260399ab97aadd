package import ReleaseScope

/// Draws a report as logging commands of Azure Pipelines: the verdict, then an issue for each error and warning.
package struct AzureRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let headline = Headline(report)
    output.write("relscope: \(BriefText.cleaned(headline.verdict)): \(BriefText.cleaned(headline.sentence))\n")
    for complaint in Complaint.all(report) where complaint.isOpen {
      let type: String
      switch complaint.severity {
      case .error: type = "error"
      case .warning: type = "warning"
      // There is no command for a note: it is a line of the log.
      case .note, .off:
        output.write("note: \(complaint.message) (\(complaint.rule))\n")
        continue
      }
      let properties = [
        ("type", type), ("sourcepath", complaint.path), ("linenumber", "1"), ("code", complaint.rule),
      ].map { "\($0)=\(WorkflowCommand.escaped(azureProperty: $1));" }.joined()
      let text = WorkflowCommand.escaped(azureData: "\(complaint.message); \(complaint.help)")
      output.write("##vso[task.logissue \(properties)]\(text)\n")
    }
  }
}
