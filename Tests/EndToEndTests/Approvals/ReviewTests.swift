import TestSupport
import Testing

/// The forge's reviews beside the approvals.
struct ReviewTests {
  /// Evidence with a review of the head and one of another commit.
  private static func evidence(_ head: String, version: String = "2.4.0") -> String {
    let other = String(repeating: "1", count: 40)
    return """
      {"schema": "relscope.evidence/1", "version": "\(version)", "fetchedAt": "2026-11-20T09:12:00Z", "pullRequest": {
        "number": 7, "state": "open", "draft": false, "reviews": [
          {"by": "quinn", "state": "changes_requested", "commit": "\(other)", "time": "2026-11-19T08:00:00Z"},
          {"by": "lea", "state": "approved", "commit": "\(head)", "time": "2026-11-20T08:00:00Z"}]}}

      """
  }

  private static let lines = [
    "quinn: changes_requested 1111111111, which is not the head on 2026-11-19 (on the forge, binds no content)",
    "lea: approved this head on 2026-11-20 (on the forge, binds no content)",
  ]

  @Test func `reviews stand in every report for people, and approve nothing`() async throws {
    let release = try await ApprovedRelease()
    let clone = try release.clone(of: .dev)
    try clone.folder.write("evidence.json", Self.evidence(try await clone.id(of: ApprovedRelease.branch)))
    let path = clone.folder.path + "/evidence.json"
    for format in ["terminal", "markdown", "html"] {
      let result = try await release.run(
        "check", "--release", ApprovedRelease.branch, "--evidence", path, "--format", format, as: .dev)
      #expect(result.status == 1, "\(result)")
      let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing("\\_", with: "_").replacing("\\(", with: "(").replacing("\\)", with: ")")
      for line in Self.lines { #expect(text.contains(line), "\(format): \(result.output)") }
    }
    let shown = try await release.run("approvals", ApprovedRelease.branch, "--evidence", path, as: .dev)
    let text = shown.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in Self.lines { #expect(text.contains(line), "\(shown)") }
    let answer = try await release.answer(.dev, "--evidence", path)
    #expect(answer.rules == ["approval-missing"], "\(answer)")
  }

  @Test func `evidence of another version is refused`() async throws {
    let release = try await ApprovedRelease()
    let clone = try release.clone(of: .dev)
    let path = try clone.folder.write(
      "evidence.json", Self.evidence(String(repeating: "2", count: 40), version: "2.5.0"))
    let result = try await release.run(
      "check", "--release", ApprovedRelease.branch, "--evidence", path, as: .dev)
    #expect(result.status == 65, "\(result)")
    #expect(result.errors.contains("is evidence of version '2.5.0', not of '2.4.0'"), "\(result)")
  }
}
