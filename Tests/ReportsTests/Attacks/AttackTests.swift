import Documents
import Foundation
import ReleaseScope
import Reports
import Testing

/// Hostile text in every field, and each format read back by the rules of whoever reads it.
@Suite struct AttackTests {
  private func object(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  @Test(arguments: ServiceFormat.allCases, Attack.all)
  func `shows nothing that acts on a reader`(format: ServiceFormat, attack: Attack) throws {
    var text = format.text(of: try attack.report()).replacing("\r\n", with: "\n")
    // What tells a spreadsheet the encoding stands before all text, and once.
    if format == .csv { text.unicodeScalars.removeFirst() }
    let acting = text.actingScalars
    #expect(acting.isEmpty)
  }

  @Test(arguments: Attack.all)
  func `cannot add an element to JUnit XML`(attack: Attack) throws {
    let root = try #require(try XMLTree(parsing: ServiceFormat.junit.text(of: try attack.report())).root)
    let violations = JenkinsRules.violations(root)
    #expect(violations.isEmpty)
    let cases = root.all.filter { $0.name == "testcase" }
    #expect(cases.count == 1 + RuleID.allCases.count + 2)
    #expect(root.attributes["failures"] == "2" && root.attributes["errors"] == "1")
    let acting = root.all.flatMap { [$0.text] + $0.attributes.values }.flatMap(\.actingScalars)
    #expect(acting.isEmpty)
  }

  @Test(arguments: Attack.all)
  func `cannot add a result, a link or a placeholder to SARIF`(attack: Attack) throws {
    let log = try #require(try object(ServiceFormat.sarif.text(of: try attack.report())) as? [String: Any])
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(
      results.compactMap { $0["ruleId"] as? String }
        == ["unplanned-ticket", "not-ready", "unassigned", "incomplete", "untracked-commit", "version-state"])
    for result in results {
      let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
      let active = message.replacing(/\\[\[\]\\]/, with: "").replacing("{{", with: "").replacing("}}", with: "")
      #expect(!active.contains { "[]{}\\".contains($0) }, "\(message)")
      let uri = try #require(Self.uri(result))
      #expect(URL(string: uri)?.scheme == nil && !uri.hasPrefix("/") && !uri.split(separator: "/").contains(".."))
      #expect(uri.contains(/^(?:[A-Za-z0-9._~\/-]|%[0-9A-F]{2})+$/))
    }
  }

  private static func uri(_ result: [String: Any]) -> String? {
    let place = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
  }

  @Test(arguments: Attack.all)
  func `cannot add a command to the log of GitHub Actions`(attack: Attack) throws {
    let log = WorkflowLog(ServiceFormat.github.text(of: try attack.report()))
    #expect(log.commands.map(\.name) == ["error", "error", "warning", "notice"])
    #expect(
      log.commands.map { $0.data.count { $0 == "\n" } } == [2, 1, 2, 1].map { attack.text.isEmpty ? $0 - 1 : $0 })
    for command in log.commands {
      #expect(Set(command.properties.keys) == ["file", "line", "title"])
      #expect(command.properties["line"] == "1")
      #expect((command.data + command.properties.values.joined()).actingScalars.isEmpty)
    }
  }

  @Test(arguments: Attack.all)
  func `cannot add an output to a step of GitHub Actions`(attack: Attack) throws {
    let report = try attack.report()
    let outputs = try #require(WorkflowLog.outputs(GitHubOutputs(report).text))
    #expect(Set(outputs.keys) == ["verdict", "version", "release", "errors", "warnings", "incomplete"])
    #expect(outputs["verdict"] == "fail" && outputs["errors"] == "1")
    #expect(outputs["version"]?.contains("\n") == false)
  }

  @Test(arguments: Attack.all)
  func `cannot add a command to the log of Azure Pipelines`(attack: Attack) throws {
    let log = AgentLog(ServiceFormat.azure.text(of: try attack.report()))
    #expect(log.formatted.isEmpty)
    #expect(
      log.commands.map(\.name)
        == ["task.logissue", "task.logissue", "task.logissue", "task.setvariable"])
    #expect(log.commands.last?.data == "fail")
    #expect(log.commands.map { $0.properties["type"] } == ["error", "error", "warning", nil])
    for command in log.commands.dropLast() {
      #expect(Set(command.properties.keys).isSubset(of: ["type", "sourcepath", "linenumber", "code"]))
      #expect(command.properties["linenumber"] == "1")
    }
  }

  @Test(arguments: Attack.all)
  func `cannot add an issue to GitLab's code quality`(attack: Attack) throws {
    let issues = try #require(try object(ServiceFormat.gitlab.text(of: try attack.report())) as? [[String: Any]])
    #expect(
      issues.compactMap { $0["check_name"] as? String }
        == ["unplanned-ticket", "missing-object", "untracked-commit", "version-state"])
    #expect(issues.compactMap { $0["severity"] as? String } == ["major", "major", "minor", "info"])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 4)
    for issue in issues {
      #expect(Set(issue.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
      let location = try #require(issue["location"] as? [String: Any])
      let path = try #require(location["path"] as? String)
      #expect(!path.hasPrefix("/") && !path.hasPrefix("./") && !path.split(separator: "/").contains(".."))
      #expect((location["lines"] as? [String: Any])?["begin"] as? Int == 1)
    }
  }

  @Test(arguments: Attack.all)
  func `cannot write Markdown into a comment of reviewdog`(attack: Attack) throws {
    let result = try #require(try object(ServiceFormat.rdjson.text(of: try attack.report())) as? [String: Any])
    #expect(Set(result.keys) == ["source", "diagnostics"])
    let diagnostics = try #require(result["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.compactMap { $0["severity"] as? String } == ["ERROR", "ERROR", "WARNING", "INFO"])
    for diagnostic in diagnostics {
      #expect(Set(diagnostic.keys) == ["message", "location", "severity", "code"])
      MarkdownCheck.expectInert(try #require(diagnostic["message"] as? String))
    }
  }

  @Test(arguments: Attack.all)
  func `cannot start a formula in a spreadsheet, or a cell`(attack: Attack) throws {
    var text = ServiceFormat.csv.text(of: try attack.report())
    #expect(text.unicodeScalars.removeFirst() == "\u{FEFF}")
    let rows = try CSVTable(strictly: text).rows
    #expect(rows.first == CSVRenderer.header)
    #expect(rows.map(\.count) == Array(repeating: CSVRenderer.header.count, count: 6))
    for cell in rows.joined() + CSVTable.loosely(text) {
      let start = cell.unicodeScalars.drop { $0 == " " || $0 == "\"" }.first
      #expect(start.map { !"=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? true, "\(cell)")
    }
  }

  @Test(arguments: Attack.all)
  func `cannot change relscope's own JSON`(attack: Attack) throws {
    var text = ""
    ReportFile().write(try attack.report(), to: &text)
    let report = try #require(try object(text) as? [String: Any])
    #expect(report["verdict"] as? String == "fail")
    // Foundation drops a byte order mark at the start of a string.
    let remarks = try #require(report["remarks"] as? [String])
    #expect(remarks.map { $0.replacing("\u{FEFF}", with: "") } == [attack.text.replacing("\u{FEFF}", with: "")])
    let raw = text.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
    }
    #expect(raw.isEmpty)
  }

  @Test(arguments: Attack.all)
  func `cannot act in a comment in Markdown`(attack: Attack) throws {
    let text = MarkdownRenderer().text(of: try attack.report())
    #expect(text.actingScalars.isEmpty)
    MarkdownCheck.expectInert(text)
  }

  @Test(arguments: Attack.all)
  func `cannot act in a comment on a pull request`(attack: Attack) throws {
    let report = try attack.report()
    let renderer = CommentRenderer(.html)
    let text = renderer.text(of: report, upTo: 60_000)
    #expect(text.actingScalars.isEmpty)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == renderer.marker(of: report.version) && lines[1].hasPrefix("<!-- relscope-state 1|"))
    MarkdownCheck.expectInert(lines.dropFirst(3).joined(separator: "\n"))
  }

  @Test(arguments: Attack.all, [false, true])
  func `cannot act on a terminal, or on the log of a service`(attack: Attack, unicode: Bool) throws {
    let text = TerminalRenderer(colour: false, unicode: unicode).text(of: try attack.report())
    #expect(text.actingScalars.isEmpty)
    #expect(WorkflowLog(text).commands.isEmpty)
    let log = AgentLog(text)
    #expect(log.commands.isEmpty && log.formatted.isEmpty)
  }
}
