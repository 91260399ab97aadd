import ReleaseScope
import Testing

@testable import Documents

struct JiraExportTests {
  private func file(_ text: String, _ name: String, version: String? = "2.4.0") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name, version: try version.map { try VersionName(parsing: $0) })
  }

  @Test func `becomes a manifest that says the same`() throws {
    let page = #"{"issues":[\#(JiraPageTests.issue),{"key":"PAY-12","fields":{"assignee":null}}],"isLast":false}"#
    for (text, name) in [
      (JiraTableTests.table, "x.csv"), (JiraFeedTests.feed(JiraFeedTests.item), "x.xml"), (page, "x.json"),
    ] {
      let export = try file(text, name)
      let imported = try file(ManifestFile.text(of: export.sealed()), "releases/2.4.0.json", version: nil)
      #expect(imported.manifest == export.manifest)
      #expect(imported.format == .json)
      #expect(imported.seal == .intact(Seal.digest(of: export.document)))
      #expect(export.seal == .none)
    }
  }
}
