package import ReleaseScope

/// Draws the chain of evidence for one ticket or one commit, in sentences.
package struct WhyRenderer: ReportRenderer {
  /// What is asked about.
  package enum Subject: Equatable, Sendable {
    case ticket(TicketKey)
    case commit(ObjectID)
  }

  private let subject: Subject
  private let terminal: Terminal

  package init(_ subject: Subject, width: Int = 80, colour: Bool, unicode: Bool) {
    self.subject = subject
    terminal = Terminal(width: width, colour: colour, unicode: unicode)
  }

  package init(_ subject: Subject, on terminal: Terminal) {
    self.subject = subject
    self.terminal = terminal
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = WhyPage(report, terminal)
    switch subject {
    case .ticket(let key): page.draw(key)
    case .commit(let id): page.draw(id)
    }
    page.drawUnseen()
    output.write(page.page.text)
  }
}
