import ReleaseScope

/// What a comment says, in a form that the next one is compared with.
struct CommentState: Equatable {
  struct Changes: Equatable {
    /// The head that the comment before was of, abbreviated.
    var since: String
    var new: [OpenPoint]
    var gone: [OpenPoint]
  }

  /// Abbreviated.
  var head: String
  /// In the order of the report; `nil` where they take too much room.
  var entries: [OpenPoint]?
  /// `nil` for the first comment, and where nothing is known of the one before.
  var changes: Changes?

  /// - Parameter room: The most that ``text`` may have, in characters.
  init(_ report: ScopeReport, after earlier: CommentState?, room: Int) {
    head = report.range.release.id?.abbreviated ?? "none"
    let entries = OpenPoint.all(in: report)
    let seen = Set(entries)
    self.entries = entries
    if let earlier, let before = earlier.entries {
      if earlier.head == head, before == entries {
        // The same said again: what was new is new.
        changes = earlier.changes
      } else {
        let known = Set(before)
        changes = Changes(
          since: earlier.head, new: entries.filter { !known.contains($0) }, gone: before.filter { !seen.contains($0) })
      }
    }
    if text.utf8.count > room { changes?.gone = [] }
    if text.utf8.count > room { changes = nil }
    if text.utf8.count > room { self.entries = nil }
  }

  /// One line of ASCII without quotation marks and without two hyphens in a row.
  var text: String {
    var parts = ["1", head, entries.map(Self.list) ?? "?"]
    if let changes { parts += [changes.since, Self.list(changes.new), Self.list(changes.gone)] }
    return parts.joined(separator: "|")
  }

  private static func list(_ entries: [OpenPoint]) -> String {
    OpenPoint.byRule(entries).map { "\($0.rule.rawValue)=\($0.subjects.joined(separator: ","))" }.joined(separator: ";")
  }

  /// Reads ``text``, which anybody with the right to edit the comment may have changed.
  init?(parsing text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard [3, 6].contains(parts.count), parts[0] == "1", Self.isName(parts[1]) else { return nil }
    head = parts[1]
    entries = Self.entries(parts[2])
    guard entries != nil || parts[2] == "?" else { return nil }
    guard parts.count == 6 else { return }
    guard Self.isName(parts[3]), let new = Self.entries(parts[4]), let gone = Self.entries(parts[5]) else { return nil }
    changes = Changes(since: parts[3], new: new, gone: gone)
  }

  private static func entries(_ text: String) -> [OpenPoint]? {
    var entries: [OpenPoint] = []
    for group in text.split(separator: ";") {
      guard let (name, subjects) = String(group).splitOnce("="), let rule = RuleID(rawValue: name) else { return nil }
      for subject in subjects.split(separator: ",", omittingEmptySubsequences: false) {
        guard subject == "*" || isName(subject) else { return nil }
        entries.append(OpenPoint(rule: rule, subject: String(subject)))
      }
    }
    return entries
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 300
      && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_".utf8.contains($0) }
  }
}
