import Documents
import InMemoryRepository

extension OracleRun {
  /// What it takes to ask the program itself in a repository of git's, by file name: `history.fast-import`,
  /// `policy.yml`, `manifest.json`, and `report.json`, which is what it has to answer to
  /// `check --base main --release release/2.4.0 --policy policy.yml --manifest manifest.json --format json`.
  package var files: [String: [UInt8]] {
    var json = ""
    ReportFile().write(report, to: &json)
    return [
      "history.fast-import": history.repository.fastImportStream, "policy.yml": Array(RandomHistory.policy.utf8),
      "manifest.json": Array(history.manifest.utf8), "report.json": Array(json.utf8),
    ]
  }
}
