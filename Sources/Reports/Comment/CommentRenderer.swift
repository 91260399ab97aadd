package import ReleaseScope

/// Draws a report as the one comment on a pull request that is kept current: for QA and the lead, who see nothing else
/// of it.
///
/// The first line is a marker, by which the comment is found again; the second, what the next comment is compared with.
package struct CommentRenderer: Sendable {
  private let dialect: CommentDialect
  private let page: String?

  /// - Parameter page: The address of the whole report; `nil` if there is none.
  package init(_ dialect: CommentDialect, page: String? = nil) {
    self.dialect = dialect
    self.page = page
  }

  private static let stateName = "relscope-state"

  /// The first line of the comments about a version, another one for each: one pull request may bring several.
  package func marker(of version: VersionName?) -> String {
    dialect.hidden("relscope\(version.map { ":\(Self.encoded($0.text))" } ?? "")")
  }

  /// What cannot end the line that it stands in.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// - Parameters:
  ///   - limit: The most that the text may have, in UTF-16 units; what has no room is cut from the end, and the start
  ///     says so.
  ///   - earlier: The comment that this one takes the place of.
  package func text(of report: ScopeReport, upTo limit: Int, after earlier: String? = nil) -> String {
    let before = earlier.flatMap(state)
    let state = CommentState(report, after: before, room: limit / 4)
    let head = "\(marker(of: report.version))\n\(dialect.hidden(Self.stateName, state.text))\n\n"
    let room = max(2_000, limit - head.utf16.count)
    let (whole, isCut) = body(of: report, state, room, isCut: false)
    return head + dialect.adapted(isCut ? body(of: report, state, room, isCut: true).text : whole)
  }

  /// Whether a comment is one about a version, and which head it tells of.
  ///
  /// - Returns: `nil` for any other comment; a head of `nil` where the comment does not tell.
  package func told(in comment: String, of version: VersionName?) -> CommitPrefix?? {
    let start = comment.drop(while: \.isWhitespace)
    guard let line = start.split(maxSplits: 1, whereSeparator: \.isNewline).first, line == marker(of: version) else {
      return nil
    }
    return .some(state(of: String(start)).flatMap { CommitPrefix($0.head) })
  }

  private func state(of comment: String) -> CommentState? {
    // Forges may give other line ends back.
    let line = comment.split(maxSplits: 2, whereSeparator: \.isNewline).dropFirst().first
    return line.flatMap { dialect.value(Self.stateName, in: $0) }.flatMap(CommentState.init(parsing:))
  }

  private func body(
    of report: ScopeReport, _ state: CommentState, _ limit: Int, isCut: Bool
  ) -> (text: String, isCut: Bool) {
    var page = MarkdownReportPage(report, limit: limit)
    page.namesPeople = true
    page.drawHeadline()
    if isCut {
      page.page.write("**Too long for a comment: it is cut, and says at its end what was left out.**\n\n")
    }
    if let address = self.page { page.page.write("[The whole report](\(MarkdownText.address(address)))\n\n") }
    page.drawChanges(state.changes)
    if report.verdict == .incomplete { page.drawUnseen() }
    page.drawFindings()
    page.drawWaived()
    page.drawKnown()
    if report.verdict != .incomplete { page.drawUnseen() }
    page.drawTickets()
    page.drawFactsFolded()
    page.drawLeftOut()
    return (page.page.text, !page.page.leftOut.isEmpty)
  }
}

extension MarkdownReportPage {
  /// What changed since the comment before.
  mutating func drawChanges(_ changes: CommentState.Changes?) {
    guard let changes else { return }
    guard !changes.new.isEmpty || !changes.gone.isEmpty else {
      page.write("Since `\(changes.since)`: nothing is new, and nothing gone.\n\n")
      return
    }
    var text = "**Since `\(changes.since)`**"
    for (word, entries) in [("new", changes.new), ("gone", changes.gone)] where !entries.isEmpty {
      text += "\n- \(word): \(Self.list(entries, name: { name(ofSubject: $0) }))"
    }
    page.write("\(text)\n\n", counting: "change")
  }

  /// By rule, as many as people read.
  private static func list(_ entries: [OpenPoint], name: (String) -> String) -> String {
    let groups = Dictionary(grouping: entries, by: \.rule).sorted { $0.key < $1.key }
    return groups.map { rule, entries in
      let named = entries.filter { $0.subject != "*" }.map { name($0.subject) }
      let shown = named.prefix(20) + (named.count > 20 ? ["\(named.count - 20) more"] : [])
      let title = "\(rule.title.lowercasedFirst) (`\(rule.rawValue)`)"
      return shown.isEmpty ? title : "\(enumeration(Array(shown))): \(title)"
    }.joined(separator: "; ")
  }

  private func name(ofSubject subject: String) -> String {
    (try? TicketKey(parsing: subject)).map { name(of: $0) } ?? MarkdownText.escaped(subject)
  }

  /// What the report was made from, for those who want to know.
  mutating func drawFactsFolded() {
    let lines =
      ReportFacts(report).facts.map { "- **\($0.label)**: \(MarkdownText.escaped($0.text))\n" }
      + report.remarks.map { "- \(MarkdownText.escaped($0))\n" }
    guard page.write("\n<details><summary>What was compared</summary>\n\n") else { return }
    for line in lines { page.write(line, counting: "remark") }
    page.close("\n</details>\n")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
