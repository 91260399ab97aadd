import Foundation
import Platform
import Testing

final class AtomicFileTests {
  private let directory: String

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "relscope-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private func contents(_ name: String) throws -> String {
    try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")[.posixPermissions] as? Int
  }

  @Test func `makes a file, then replaces it, and leaves nothing else`() throws {
    try AtomicFile.write("one".utf8, to: "\(directory)/a b.json")
    #expect(try contents("a b.json") == "one")
    try AtomicFile.write("two, longer".utf8, to: "\(directory)/a b.json")
    #expect(try contents("a b.json") == "two, longer")
    try AtomicFile.write([], to: "\(directory)/a b.json")
    #expect(try contents("a b.json") == "")
    #expect(try names() == ["a b.json"])
  }

  @Test(arguments: [0o600, 0o640, 0o755])
  func `keeps the permissions of an existing file`(mode: Int) throws {
    _ = FileManager.default.createFile(atPath: "\(directory)/a", contents: nil, attributes: [.posixPermissions: mode])
    try AtomicFile.write("x".utf8, to: "\(directory)/a")
    #expect(try self.mode("a") == mode)
    #expect(try contents("a") == "x")
  }

  @Test func `gives a new file the usual permissions`() throws {
    try AtomicFile.write("x".utf8, to: "\(directory)/ours")
    _ = FileManager.default.createFile(atPath: "\(directory)/usual", contents: nil)
    #expect(try mode("ours") == mode("usual"))
  }

  @Test func `replaces what a symbolic link points to`() throws {
    try AtomicFile.write("old".utf8, to: "\(directory)/target")
    try FileManager.default.createSymbolicLink(atPath: "\(directory)/link", withDestinationPath: "target")
    try AtomicFile.write("new".utf8, to: "\(directory)/link")
    #expect(try contents("target") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(directory)/link") == "target")
  }

  @Test(arguments: [("/none/a.json", "no such file or directory"), ("", "is a directory")])
  func `says why a file cannot be written`(name: String, reason: String) throws {
    let path = directory + name
    let error = try #require(throws: FileError.self) { try AtomicFile.write("x".utf8, to: path) }
    #expect(error.operation == .write)
    #expect(error.path == path)
    #expect(error.reason == reason)
    #expect(try names() == [])
  }

  @Test func `writes directly to what is no regular file`() throws {
    try AtomicFile.write("x".utf8, to: "/dev/null")
    let error = try #require(throws: FileError.self) { try AtomicFile.write("x".utf8, to: "/dev/full") }
    #expect(error.reason == "no space left on device")
  }

  @Test(arguments: ["/dev/fd", "/proc/self/fd"])
  func `adds to an open file that goes by its number`(folder: String) throws {
    try AtomicFile.write("one".utf8, to: "\(directory)/a")
    let file = try #require(FileHandle(forWritingAtPath: "\(directory)/a"))
    let name = "\(folder)/\(file.fileDescriptor)"
    let (link, linked) = ("\(directory)/link", "\(directory)/folder")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: name)
    try FileManager.default.createSymbolicLink(atPath: linked, withDestinationPath: folder)
    for path in [name, link, "\(linked)/\(file.fileDescriptor)"] { try AtomicFile.write(",next".utf8, to: path) }
    try file.close()
    #expect(try contents("a") == "one,next,next,next")
  }

  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm")))
  func `replaces a file in memory as any other`() throws {
    let path = "/dev/shm/relscope-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for text in ["earlier", "new"] { try AtomicFile.write(text.utf8, to: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }
}
