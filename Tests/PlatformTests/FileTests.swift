import Foundation
import Platform
import Testing

final class FileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "relscope-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func text(_ name: String) throws -> String {
    String(decoding: try File.contents(of: "\(folder)/\(name)"), as: UTF8.self)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_001])
  func `reads all of a file`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try AtomicFile.write(bytes, to: "\(folder)/a")
    #expect(try File.contents(of: "\(folder)/a") == bytes)
    #expect(File.size(of: "\(folder)/a") == count)
  }

  @Test(arguments: [("none", "no such file or directory"), ("", "is a directory")])
  func `says why a file cannot be read`(name: String, reason: String) throws {
    let error = try #require(throws: FileError.self) { try File.contents(of: "\(folder)/\(name)") }
    #expect(error.operation == .read)
    #expect(error.reason == reason)
  }

  @Test(arguments: [
    ("none", "no such file or directory"), ("", "is a directory"), ("pipe", "it is no regular file"),
    ("device", "it is no regular file"), ("link to it", nil), ("file", nil),
  ])
  func `reads a regular file alone where nobody chose it, and waits for nobody`(name: String, reason: String?) throws {
    try AtomicFile.write("x".utf8, to: "\(folder)/file")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/link to it", withDestinationPath: "file")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/device", withDestinationPath: "/dev/zero")
    #expect(unsafe mkfifo("\(folder)/pipe", 0o600) == 0)
    let path = "\(folder)/\(name)"
    do {
      let contents = try File.contents(ofRegular: path)
      #expect(reason == nil && contents == Array("x".utf8))
    } catch {
      #expect(error.operation == .read && error.path == path && error.reason == reason)
    }
  }

  @Test(arguments: [("", "x\n"), ("a\n", "a\nx\n"), ("a", "a\nx\n")])
  func `adds a line of its own, whatever the file ends with`(before: String, after: String) throws {
    try AtomicFile.write(before.utf8, to: "\(folder)/a")
    try File.append("x\n", to: "\(folder)/a")
    #expect(try text("a") == after)
  }

  @Test func `makes a file that is added to, and adds to what is no regular file`() throws {
    try File.append("x\n", to: "\(folder)/new")
    #expect(try text("new") == "x\n")
    try File.append("x\n", to: "/dev/null")
    let error = try #require(throws: FileError.self) { try File.append("x", to: "\(folder)/none/a") }
    #expect(error.operation == .append)
  }

  @Test func `resolves links, and what does not exist beside what does`() throws {
    try AtomicFile.write("x".utf8, to: "\(folder)/a")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "a")
    let real = try #require(File.resolved(folder))
    #expect(File.resolved("\(folder)/link") == "\(real)/a")
    #expect(File.resolved("\(folder)/new") == "\(real)/new")
    #expect(File.resolved("\(folder)/none/new") == nil)
    #expect(File.resolved("/none") == "/none")
  }

  @Test func `tells a file from what is none`() throws {
    try AtomicFile.write("x".utf8, to: "\(folder)/a")
    #expect(File.isRegular("\(folder)/a") && File.exists("\(folder)/a") && !File.isExecutable("\(folder)/a"))
    #expect(!File.isRegular(folder) && File.exists(folder) && File.isWritable(folder))
    #expect(!File.isRegular("/dev/null") && !File.exists("\(folder)/none") && File.size(of: "\(folder)/none") == 0)
  }
}
