import Documents
import ReleaseScope

extension FuzzTarget {
  private static let manifestWords = [
    "schema", "version", "name", "released", "archived", "releaseDate", "projects", "releaseTicket", "source", "kind",
    "url",
    "fetchedAt", "complete", "tickets", "others", "unknown", "seal", "algorithm", "digest", "key", "summary", "type",
    "status",
    "statusCategory", "statusSince", "assignee", "priority", "fixVersions", "parent", "formerKeys", "repositories",
  ]

  private static let tableWords = [
    "Issue key", "Fix Version/s", "Fix versions", "fixVersions", "Status", "Summary", "Assignee", "Unassigned",
    "Parent",
    "SHOP-1", "SHOP-12", "2.4.0", "2.5.0", "2.4.0, 2.5.0", "[2.4.0]", "sep=;\n", "\"", "\"\"", "=\"2.4.0\"", "\t\t",
  ]

  private static let feedWords = [
    "<item>", "</item>", "<key>", "</key>", "<fixVersion>2.4.0</fixVersion>", "<rss>", "</rss>", "<![CDATA[", "]]>",
    "<!--",
    "-->", "<!DOCTYPE x>", "&lt;", "&x;", "&#0;", "<?xml?>", "total=\"1000\"", "<issue total=\"1\"/>", "SHOP-1",
    "<customfieldname>", "<parent>",
  ]

  private static let pageWords = [
    "issues", "key", "fields", "fixVersions", "name", "summary", "status", "statusCategory", "issuetype", "assignee",
    "priority", "parent", "isLast", "nextPageToken", "total", "startAt", "maxResults", "names", "schema", "labels",
  ]

  private static let policyWords = [
    "base", "release-branches", "projects", "manifest", "statuses", "ready", "keys", "from", "trailers", "ignore-case",
    "rules", "stages", "push", "merge", "exempt", "author", "paths", "reason", "waivers", "rule", "ticket", "approver",
    "expires", "approvals", "triage", "manifest-max-age", "since", "frozen-at", "repository", "hooks", "links", "jira",
    "untracked-commit", "missing-ticket", "unplanned-ticket", "warning", "error", "off", "subject", "body-line",
  ]

  private static let reportWords = [
    "schema", "verdict", "pass", "fail", "incomplete", "version", "range", "base", "release", "manifest", "policy",
    "counts",
    "tickets", "key", "planned", "state", "delivered", "evidence", "commit", "place", "mentions", "findings", "rule",
    "severity", "message", "help", "commits", "reverts", "waiver", "entries", "reason", "ticket",
  ]

  static let documents = [
    manifest("manifest-json", .json, manifestWords, file: "2.4.0.json"),
    manifest("manifest-yaml", .yaml, manifestWords, file: "2.4.0.yml"),
    manifest("manifest-csv", .text, tableWords, file: "export.csv"),
    manifest("manifest-xml", .text, feedWords, file: "export.xml"),
    manifest("manifest-page", .json, pageWords, file: "page.json"),
    FuzzTarget("policy", .yaml, words: policyWords) { bytes in
      (try? PolicyFile(parsing: bytes, name: ".relscope.yml")) != nil
    },
    FuzzTarget("baseline", .json, words: reportWords) { bytes in
      guard let file = try? BaselineFile(parsing: bytes, name: "baseline.json") else { return false }
      let text = BaselineFile.text(of: file.baseline)
      let again = try? BaselineFile(parsing: Array(text.utf8), name: "again")
      precondition(again?.baseline == file.baseline, "a baseline that is not what was written")
      return true
    },
    FuzzTarget("report", .json, words: reportWords) { bytes in
      guard let report = try? ReportFile.read(bytes, name: "report.json") else { return false }
      precondition(
        !report.findings.contains { $0.severity == .error && $0.isOpen } || report.verdict == .fail,
        "an error that is no failure")
      precondition(report.verdict != .pass || report.incomplete.isEmpty, "a pass that is incomplete")
      return true
    },
  ]

  /// What is read is read again as it was written, and says the same.
  private static func manifest(
    _ name: String, _ grammar: Grammar, _ words: [String], file: String
  ) -> FuzzTarget {
    FuzzTarget(name, grammar, words: words) { bytes in
      let version = try? VersionName(parsing: "2.4.0")
      for wanted in [nil, version] { _ = try? ManifestFile(parsing: bytes, name: file, version: wanted) }
      guard let read = try? ManifestFile(parsing: bytes, name: file, version: version) else { return false }
      precondition(read.gaps.isEmpty || !read.manifest.isComplete, "a gap, and complete")
      let text = Array(ManifestFile.text(of: read.sealed()).utf8)
      do {
        let again = try ManifestFile(parsing: text, name: "again.json")
        precondition(again.manifest.tickets.map(\.key) == read.manifest.tickets.map(\.key), "other tickets")
        precondition(again.manifest.tickets.map(\.status) == read.manifest.tickets.map(\.status), "another status")
        precondition(again.manifest.isComplete == read.manifest.isComplete, "complete, or not")
        guard case .intact = again.seal else { preconditionFailure("a broken seal") }
      } catch {
        preconditionFailure("what was written cannot be read: \(error)")
      }
      return true
    }
  }
}
