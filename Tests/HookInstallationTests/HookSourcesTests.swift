import Foundation
import ReleaseScope
import Testing

@testable import HookInstallation

struct HookSourcesTests {
  private static let folder = URL(fileURLWithPath: "\(#filePath)")
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("hooks")

  @Test(arguments: HookName.allCases)
  func `the program has the text of the file; if not, run scripts/embed-hooks`(name: HookName) throws {
    let file = try String(contentsOf: Self.folder.appendingPathComponent(name.rawValue), encoding: .utf8)
    #expect(HookSources.text(of: name) == file)
  }

  @Test func `there is a text for each file`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(HookName.allCases.map(\.rawValue)))
  }

  @Test(arguments: HookName.allCases)
  func `each text has the lines that an installation fills in`(name: HookName) {
    let lines = HookSources.text(of: name).split(separator: "\n")
    #expect(lines.first == "#!/bin/sh")
    #expect(lines.prefix(5).contains("# relscope hook: \(name.rawValue)"))
    #expect(lines.filter { $0 == "relscope=relscope" }.count == 1)
    #expect(lines.contains("base=main") == (name == .referenceTransaction))
  }
}
