import ArgumentParser
import Console
import Documents
import Platform
import ReleaseScope
import ScopeCheck

struct MergeReports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-reports",
    abstract: "One verdict for a version that spans repositories; the exit status is the verdict.",
    discussion: """
      Example: relscope check --output web.json      (in each repository)
               relscope merge-reports web.json api.json --output scope.md

      A ticket is missing only if no report delivers it. Reports of different
      versions or manifests are refused; incomplete stays incomplete.
      """)

  @Argument(help: ArgumentHelp("Reports that 'check --format json' wrote.", valueName: "report"))
  var reports: [String]

  @Option(help: ArgumentHelp("The release version that all must be of.", valueName: "name"))
  var version: String?

  @OptionGroup var output: OutputOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let plan = try output.plan()
      guard Set(reports).count == reports.count else {
        throw Problem(.usage, "a report is named twice", help: "name each report once")
      }
      let wanted = try version.map { try VersionName(asked: $0) }
      let read = try reports.map { path in
        (path: path, report: try ReportFile.read(File.contents(of: path), name: path))
      }
      let short = read.map { $0.report.repository ?? Self.baseName($0.path) }
      let parts = zip(read, short).map { item, name in
        // Names that are not unique say nothing.
        ReportMerge.Part(name: short.count { $0 == name } == 1 ? name : item.path, report: item.report)
      }
      let merged = try ReportMerge(parts, version: wanted).report
      try output.write(merged, by: plan)
      return ExitStatus(merged.verdict)
    }
  }

  private static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(".json".count)) : name
  }
}
