import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Trees and files as they are stored: what is read is what the id says, or an error.
struct StoredObjectTests {
  static let texts: [[UInt8]] = [
    [], [0], Array("1\n".utf8), Array(repeating: UInt8(ascii: "x"), count: 100_000), Array((0...255).map { UInt8($0) }),
  ]

  @Test(arguments: [false, true])
  func `reads what was written, loose and packed`(isPacked: Bool) async throws {
    let repository = try await GitRepository()
    var ids: [ObjectID] = []
    for (number, text) in Self.texts.enumerated() {
      try repository.write("file \(number)", Data(text))
      let id = try await repository.git(["hash-object", "-w", "--stdin"], input: text)
      ids.append(try #require(ObjectID(id)))
    }
    let commit = try await repository.write([:], "Write")
    if isPacked { try await repository.git("repack", "-a", "-d", "-q") }
    let opened = try Repository(at: repository.path)
    #expect(try ids.map(opened.blob) == Self.texts)
    #expect(try opened.changedPaths(of: commit) == Self.texts.indices.map { "file \($0)" })
  }

  @Test(arguments: [false, true])
  func `finds what came after the repository was opened`(isPacked: Bool) async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["a": "1\n"])
    let opened = try Repository(at: repository.path)
    let known = try #require(ObjectID(try await repository.id(of: "HEAD:a")))
    #expect(try opened.blob(known) == Array("1\n".utf8))
    try await repository.commit("Go on", files: ["a": "2\n"])
    if isPacked { try await repository.git("repack", "-a", "-d", "-q") }
    let new = try #require(ObjectID(try await repository.id(of: "HEAD:a")))
    #expect(try opened.blob(new) == Array("2\n".utf8))
    #expect(try opened.blob(known) == Array("1\n".utf8))
  }

  @Test func `says that an object is not here as often as it is asked for`() async throws {
    let repository = try await GitRepository()
    let opened = try Repository(at: repository.path)
    for _ in 0..<2 {
      let lost = #expect(throws: GitError.self) { try opened.blob(ObjectID(high: 1, middle: 2, low: 3)) }
      #expect(lost?.code == .missingObject)
      #expect(lost?.operation == "read file 0000000000000001000000000000000200000003")
    }
  }
}
