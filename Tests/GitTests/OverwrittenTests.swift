import Git
import ReleaseScope
import TestSupport
import Testing

/// Whose lines commits take away.
struct OverwrittenTests {
  @Test func `tells whose lines a commit takes away at the same path`() async throws {
    let repository = try await GitRepository()
    func commit(_ files: [String: String]) async throws -> ObjectID {
      try #require(ObjectID(try await repository.commit("Change", files: files)))
    }
    let start = try await commit(["a": "1\n2\n", "b": "x\n"])
    let first = try await commit(["a": "x\n2\n"])
    let second = try await commit(["a": "y\n2\n"])
    let other = try await commit(["b": "\n"])
    let third = try await commit(["a": "y\n2\ny\n"])
    let last = try await commit(["a": "2\n"])
    let opened = try Repository(at: repository.path)
    let found = try opened.overwritten(by: [first, second, other, third, last], removers: [last])
    // A line that the file had already is no line of one commit.
    #expect(found == [second: [first], last: [second]])
    // What only takes a line away comes in no place.
    #expect(try opened.overwritten(by: [first, second, last], removers: []) == [second: [first]])
    #expect(try opened.overwritten(by: [start, other], removers: [other])[other] == [start])
    #expect(try opened.overwritten(by: [], removers: []).isEmpty)
  }

  @Test func `leaves out commits of which a file is not here`() async throws {
    let original = try await GitRepository()
    try await original.commit("Start", files: ["a": "1\n"])
    let first = try await original.commitAll("Change", writing: ["a": "2\n"])
    let second = try await original.commitAll("Change again", writing: ["a": "3\n"])
    let whole = try Repository(at: original.path)
    #expect(try whole.overwritten(by: [first, second], removers: []) == [second: [first]])
    let partial = try Repository(at: try await original.clone(filter: "blob:none").path)
    #expect(try partial.overwritten(by: [first, second], removers: []).isEmpty)
  }
}
