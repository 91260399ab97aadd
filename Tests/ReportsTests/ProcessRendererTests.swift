import Documents
import ReleaseProcess
import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct ProcessRendererTests {
  private func process() throws -> ReleaseProcess {
    let time = try #require(Instant(parsing: "2026-11-24T10:00:00Z"))
    let rows = ProcessStep.allCases.map { step in
      switch step {
      case .merge:
        StepRow(
          step, .done, [StepEvidence(.git, "1234567890 Merge branch 'release/2.4.0'", time: time, by: "Lea \u{1B}[31m")]
        )
      case .pullRequest:
        StepRow(
          step, .done,
          [StepEvidence(.forge, "pull request #7 is merged", url: "https://git.example.com/7", time: time, by: "dana")])
      case .comparison:
        StepRow(
          step, .contradicted,
          [
            StepEvidence(.check, "the release has what the version says: 2 tickets delivered"),
            StepEvidence(.approval, "tech-lead has not approved"),
          ],
          waitsFor: ["tech-lead"])
      case .readiness:
        StepRow(step, .notYet, [StepEvidence(.manifest, "1 of 2 tickets is not ready: SHOP-2")], waitsFor: ["dana"])
      default: StepRow(step, .unknown, [StepEvidence(.jira, "nobody asked")], waitsFor: ["QA"])
      }
    }
    return ReleaseProcess(
      version: try VersionName(parsing: "2.4.0"), startDate: "2026-11-02", releaseDate: "2026-11-30", rows: rows,
      contradictions: [
        Contradiction([.comparison, .merge], "the release was merged without the approval of tech-lead")
      ],
      remarks: ["only git and the manifest were read"])
  }

  @Test func `draws the golden files`() throws {
    let process = try process()
    let terminal = Terminal(width: 80, colour: false, unicode: true)
    expectGolden(ProcessTerminalRenderer(on: terminal, showsAll: false).text(of: process), named: "process.txt")
    expectGolden(ProcessTerminalRenderer(on: terminal, showsAll: true).text(of: process), named: "process-all.txt")
    expectGolden(ProcessMarkdownRenderer().text(of: process), named: "process.md")
    expectGolden(ProcessHTMLRenderer().text(of: process), named: "process.html")
    expectGolden(ProcessFile().text(of: process), named: "process.json")
  }

  @Test(arguments: [40, 64, 80, 120])
  func `fits on a screen`(width: Int) throws {
    let terminal = Terminal(width: width, colour: false, unicode: false)
    let lines = ProcessTerminalRenderer(on: terminal, showsAll: false).text(of: try process()).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
    if width >= 80 { #expect(lines.dropLast().count <= 24) }
  }
}
