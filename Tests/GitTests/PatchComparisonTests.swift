import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Which commits make the same change: `git patch-id --stable` is the reference.
struct PatchComparisonTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the branch has that the other does not, before the change.
    var setUp: @Sendable (GitRepository) async throws -> Void = { _ in }
    let left: @Sendable (GitRepository) async throws -> Void
    let right: @Sendable (GitRepository) async throws -> Void
    /// Whether they are the same; `nil` to believe git alone.
    var areSame: Bool?

    static func write(_ path: String, _ text: String) -> @Sendable (GitRepository) async throws -> Void {
      { try $0.write(path, text) }
    }

    static func run(_ arguments: String...) -> @Sendable (GitRepository) async throws -> Void {
      { try await $0.git(arguments) }
    }

    static func binary(_ path: String, _ bytes: [UInt8]) -> @Sendable (GitRepository) async throws -> Void {
      { try $0.write(path, Data([0, 1, 2, 0] + bytes)) }
    }

    static let lines = (1...30).map { "line \($0)\n" }.joined()

    static let all = [
      Change(
        testDescription: "the same, on shifted lines", setUp: write("cart.js", "new first\nnew second\n" + lines),
        left: {
          try $0.write(
            "cart.js",
            String(contentsOfFile: $0.path + "/cart.js", encoding: .utf8).replacing("line 20\n", with: "line XX\n"))
        },
        right: write("cart.js", lines.replacing("line 20\n", with: "line XX\n")), areSame: true),
      Change(
        testDescription: "other words", left: write("cart.js", lines + "more\n"),
        right: write("cart.js", lines + "less\n"),
        areSame: false),
      Change(
        testDescription: "the same words in other files", left: write("one.js", "keep\n"),
        right: write("two.js", "keep\n"),
        areSame: false),
      Change(
        testDescription: "other blanks", left: write("cart.js", lines + "if (a) b\n"),
        right: write("cart.js", lines + "if  (a)\tb\n"), areSame: true),
      Change(
        testDescription: "no line end", left: write("cart.js", lines + "end"), right: write("cart.js", lines + "end\n")),
      Change(
        testDescription: "a renamed file", left: run("mv", "cart.js", "basket.js"),
        right: run("mv", "cart.js", "basket.js"),
        areSame: true),
      Change(
        testDescription: "files renamed to other names", left: run("mv", "cart.js", "basket.js"),
        right: run("mv", "cart.js", "trolley.js"), areSame: false),
      Change(
        testDescription: "a removed file", left: run("rm", "-q", "cart.js"), right: run("rm", "-q", "cart.js"),
        areSame: true),
      Change(
        testDescription: "an empty file", left: write("empty", ""), right: write("empty", ""), areSame: true),
      Change(
        testDescription: "other empty files", left: write("empty", ""), right: write("void", ""), areSame: false),
      Change(
        testDescription: "the same binary file", left: binary("logo.png", [7]), right: binary("logo.png", [7]),
        areSame: true),
      Change(
        testDescription: "other binary contents", left: binary("logo.png", [7]), right: binary("logo.png", [8]),
        areSame: false),
      Change(
        testDescription: "other changes of a binary file", setUp: binary("old.png", [1]), left: binary("icon.png", [7]),
        right: binary("icon.png", [8]), areSame: false),
      Change(
        testDescription: "the same mode", left: run("update-index", "--chmod=+x", "cart.js"),
        right: run("update-index", "--chmod=+x", "cart.js"), areSame: true),
      Change(
        testDescription: "other modes",
        setUp: { try await $0.commitAll("Let it run", ["update-index", "--chmod=+x", "cart.js"]) },
        left: run("update-index", "--chmod=-x", "cart.js"), right: run("update-index", "--chmod=+x", "cart.js"),
        areSame: false),
      Change(
        testDescription: "a mode, and a mode with contents", left: run("update-index", "--chmod=+x", "cart.js"),
        right: {
          try $0.write("cart.js", lines + "more\n")
          try await $0.git("add", "cart.js")
          try await $0.git("update-index", "--chmod=+x", "cart.js")
        }, areSame: false),
      Change(
        testDescription: "symbolic links to other places",
        left: { try FileManager.default.createSymbolicLink(atPath: $0.path + "/link", withDestinationPath: "one") },
        right: { try FileManager.default.createSymbolicLink(atPath: $0.path + "/link", withDestinationPath: "two") },
        areSame: false),
      Change(
        testDescription: "submodules at other commits",
        left: run("update-index", "--add", "--cacheinfo", "160000,1111111111111111111111111111111111111111,lib"),
        right: run("update-index", "--add", "--cacheinfo", "160000,2222222222222222222222222222222222222222,lib"),
        areSame: false),
      Change(
        testDescription: "submodules at the same commit",
        left: run("update-index", "--add", "--cacheinfo", "160000,1111111111111111111111111111111111111111,lib"),
        right: run("update-index", "--add", "--cacheinfo", "160000,1111111111111111111111111111111111111111,lib"),
        areSame: true),
      Change(
        testDescription: "names with blanks, quotes and line ends", left: write("a \"b\"\n\u{E4}.js", "x\n"),
        right: write("a \"b\"\n\u{E4}.js", "x\n"), areSame: true),
      Change(testDescription: "nothing", left: { _ in }, right: { _ in }, areSame: false),
    ]
  }

  @Test(arguments: Change.all)
  func `calls the same what git calls the same`(_ change: Change) async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": Change.lines, "README.md": "# Shop\n"])
    try await repository.checkout(new: "left")
    try await change.setUp(repository)
    try await repository.commitAll("Set up")
    try await change.left(repository)
    let left = try await repository.commitAll("Change")
    try await repository.git("checkout", "--quiet", "--force", "main")
    try await change.right(repository)
    let right = try await repository.commitAll("Change")
    let comparison = try PatchComparison([left], [right], in: Repository(at: repository.path))
    #expect(comparison.unreadable.isEmpty)
    if let areSame = change.areSame {
      #expect((comparison.same == [left: [right]]) == areSame)
    } else {
      let ids = try await [repository.patchID(left), repository.patchID(right)]
      #expect((comparison.same == [left: [right]]) == (ids[0] == ids[1]))
    }
  }

  @Test func `tells empty commits, merges and roots`() async throws {
    let repository = try await GitRepository()
    let root = try await repository.commitAll("Start", writing: ["cart.js": "keep\n"])
    let empty = try await repository.commitAll("Nothing")
    try await repository.checkout(new: "side", at: "main~1")
    try await repository.commitAll("Side", writing: ["side.js": "1\n"])
    try await repository.checkout("main")
    let merge = try #require(ObjectID(try await repository.merge("side")))
    try await repository.git("checkout", "--quiet", "--orphan", "other")
    try await repository.git("rm", "-q", "--force", "side.js")
    let otherRoot = try await repository.commitAll("Start again", writing: ["cart.js": "keep\n"])
    let otherEmpty = try await repository.commitAll("Nothing either")
    let comparison = try PatchComparison(
      [root, empty], [otherRoot, otherEmpty], in: Repository(at: repository.path))
    #expect(comparison.same == [root: [otherRoot]])
    #expect(comparison.unreadable.isEmpty)
    #expect(try Repository(at: repository.path).changedPaths(of: merge) == ["side.js"])
    #expect(try Repository(at: repository.path).changedPaths(of: empty).isEmpty)
  }

  @Test func `names all commits with the same change`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["cart.js": "old\n"])
    try await repository.checkout(new: "release")
    var left: [ObjectID] = []
    for text in ["new\n", "old\n", "new\n"] {
      left.append(try await repository.commitAll(text, writing: ["cart.js": text]))
    }
    try await repository.checkout("main")
    let right = try await repository.commitAll("Pick", writing: ["cart.js": "new\n"])
    let comparison = try PatchComparison(left, [right], in: Repository(at: repository.path))
    #expect(comparison.same == [left[0]: [right], left[2]: [right]])
    let back = try PatchComparison([right], left, in: Repository(at: repository.path))
    #expect(back.same == [right: [left[0], left[2]]])
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func `says which commits a partial clone cannot compare`(filter: String) async throws {
    let original = try await GitRepository()
    try await original.commit("Start", files: ["cart.js": "old\n"])
    try await original.checkout(new: "release")
    let left = try await original.commitAll("Change", writing: ["cart.js": "new\n"])
    try await original.checkout("main")
    let right = try await original.commitAll("Change too", writing: ["cart.js": "new\n", "note": "1\n"])
    let same = try await original.commitAll("Change three", writing: ["cart.js": "newer\n"])
    let clone = try await original.clone(filter: filter)
    let comparison = try PatchComparison([left], [right, same], in: Repository(at: clone.path))
    #expect(comparison.same.isEmpty)
    // Without trees nothing is known of the one that the others could match, and they are not looked at.
    #expect(comparison.unreadable == (filter == "blob:none" ? [left, same].sorted() : [left]))
  }
}

extension GitRepository {
  /// Commits everything in the work tree and the index, after a command if there is one.
  @discardableResult
  func commitAll(
    _ message: String, writing files: [String: String] = [:], _ command: [String] = []
  ) async throws -> ObjectID {
    for (file, text) in files { try write(file, text) }
    if !command.isEmpty { try await git(command) }
    // Modes and submodules are in the index alone.
    let changed = try await git("ls-files", "--others", "--modified", "-z").split(separator: "\0").map(String.init)
    let staged = Set(try await git("diff", "--cached", "--name-only", "-z").split(separator: "\0").map(String.init))
    let toAdd = changed.filter { !staged.contains($0) }
    if !toAdd.isEmpty { try await git(["add", "--"] + toAdd) }
    return try #require(ObjectID(try await commit(message)))
  }

  /// What `git patch-id --stable` says of a commit.
  func patchID(_ commit: ObjectID) async throws -> String {
    let patch = try await git("diff-tree", "-p", "--root", "\(commit)")
    return String(try await git(["patch-id", "--stable"], input: Array(patch.utf8)).prefix(40))
  }
}
