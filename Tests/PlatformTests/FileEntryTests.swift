import Foundation
import Platform
import SystemPackage
import Testing

final class FileEntryTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "relscope-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(folder)/folder", withIntermediateDirectories: true)
    _ = FileManager.default.createFile(
      atPath: "\(folder)/run", contents: Data("#!".utf8), attributes: [.posixPermissions: 0o700])
    _ = FileManager.default.createFile(
      atPath: "\(folder)/text", contents: Data("text".utf8), attributes: [.posixPermissions: 0o600])
    for (name, target) in [("link", "run"), ("broken", "nowhere"), ("inward", "folder")] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: target)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func stand(_ name: String) -> FileEntry? { FileEntry(at: "\(folder)/\(name)") }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  @Test(arguments: [
    ("run", FileEntry.Kind.file, true, Int?(2)), ("text", .file, false, 4), ("link", .link, true, 2),
    ("broken", .link, false, nil), ("inward", .link, false, nil), ("folder", .other, false, nil),
  ])
  func `says what stands at a path`(name: String, kind: FileEntry.Kind, isExecutable: Bool, size: Int?) throws {
    let entry = try #require(stand(name))
    #expect(entry.kind == kind)
    #expect(entry.isExecutable == isExecutable)
    #expect(entry.size == size)
  }

  @Test func `finds nothing where nothing is`() {
    #expect(stand("absent") == nil)
    #expect(FileEntry(at: "\(folder)/run/below") == nil)
  }

  @Test func `keeps a file under a second name, a link as a link`() throws {
    for name in ["run", "link", "broken"] {
      let before = try #require(stand(name))
      try before.keep(as: "\(folder)/\(name).kept")
      let kept = try #require(stand("\(name).kept"))
      #expect(kept.identity == before.identity)
      #expect(kept.kind == before.kind)
    }
  }

  @Test func `keeps nothing under a name that is taken, and says so`() throws {
    let file = try #require(stand("run"))
    #expect(throws: FileError(.keep, "\(folder)/run", .fileExists)) { try file.keep(as: "\(folder)/text") }
    #expect(try String(contentsOfFile: "\(folder)/text", encoding: .utf8) == "text")
  }

  @Test func `moves and removes, or says which step failed`() throws {
    let file = try #require(stand("run"))
    try file.move(to: "\(folder)/text")
    #expect(try names() == ["broken", "folder", "inward", "link", "text"])
    #expect(throws: FileError(.putBack, "\(folder)/x", .noSuchFileOrDirectory)) { try file.move(to: "\(folder)/x") }
    #expect(throws: FileError(.remove, "\(folder)/run", .noSuchFileOrDirectory)) { try file.remove() }
    try #require(stand("text")).remove()
    #expect(stand("text") == nil)
  }

  @Test func `writes a file of a mode, and replaces a link itself`() throws {
    try AtomicFile.write("new", to: "\(folder)/link", mode: 0o755, replacing: true)
    let entry = try #require(stand("link"))
    #expect(entry.kind == .file)
    #expect(entry.isExecutable)
    #expect(try String(contentsOfFile: "\(folder)/run", encoding: .utf8) == "#!")
  }

  @Test func `writes over nothing unless it is told to, and leaves nothing beside it`() throws {
    let before = try names()
    #expect(throws: FileError(.write, "\(folder)/text", .fileExists)) {
      try AtomicFile.write("new", to: "\(folder)/text", mode: 0o755, replacing: false)
    }
    #expect(try String(contentsOfFile: "\(folder)/text", encoding: .utf8) == "text")
    #expect(try names() == before)
  }

  @Test func `makes a folder with those above it, and keeps one that is there`() throws {
    try File.makeOpenFolder("\(folder)/a/b/c")
    try File.makeOpenFolder("\(folder)/a/b/c")
    #expect(File.vacancy(at: "\(folder)/a/b/c") == .folder)
    #expect(throws: FileError(.makeFolder, "\(folder)/run/a", .notDirectory)) {
      try File.makeOpenFolder("\(folder)/run/a")
    }
  }

  @Test(arguments: [
    ("folder", File.Vacancy.folder), ("inward", .folder), ("absent", .free), ("broken", .free), ("run", .blocked),
    ("run/hooks", .blocked),
  ])
  func `tells where a folder can be`(name: String, place: File.Vacancy) {
    #expect(File.vacancy(at: "\(folder)/\(name)") == place)
  }

  @Test(arguments: [
    ("inward/x", "folder/x"), ("inward/x/../y", "folder/y"), ("folder/./x", "folder/x"), ("absent/x/", "absent/x"),
  ])
  func `resolves as much of a path as there is`(path: String, resolved: String) {
    let root = File.nearestResolved(folder)
    #expect(File.nearestResolved("\(folder)/\(path)") == "\(root)/\(resolved)")
  }
}
