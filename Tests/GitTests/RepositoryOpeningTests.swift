import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Repositories as they are kept.
struct RepositoryOpeningTests {
  private func made() async throws -> (GitRepository, ObjectID) {
    let repository = try await GitRepository()
    let id = try await repository.commit("SHOP-1 Keep the cart", files: ["src/cart.js": "keep\n"])
    return (repository, try #require(ObjectID(id)))
  }

  @Test func `opens a folder of the work tree, the work tree and the git directory`() async throws {
    let (repository, tip) = try await made()
    for path in [repository.path, repository.path + "/src", repository.path + "/.git"] {
      let opened = try Repository(at: path)
      #expect(try opened.resolve("HEAD", as: "release") == tip)
      #expect(opened.workTree == repository.path + "/")
      #expect(opened.directory == repository.path + "/.git/")
      #expect(opened.commonDirectory == opened.directory)
      #expect(!opened.isShallow)
    }
  }

  @Test func `opens a bare repository, which has no work tree`() async throws {
    let (repository, tip) = try await made()
    let bare = try Repository(at: try await repository.clone(bare: true).path)
    #expect(bare.workTree == nil)
    #expect(try bare.resolve("main", as: "base") == tip)
    #expect(try bare.file("src/cart.js", in: tip)?.bytes == Array("keep\n".utf8))
  }

  @Test func `opens a linked worktree, whose refs are those of the repository`() async throws {
    let (repository, tip) = try await made()
    try await repository.git("branch", "release/2.4.0")
    let worktree = try await repository.addWorktree("release/2.4.0")
    let opened = try Repository(at: worktree.path)
    #expect(try opened.currentBranch() == "release/2.4.0")
    #expect(
      try opened.branches() == ["main", "release/2.4.0"].map { NamedRef(name: .branch($0), id: tip) })
    #expect(opened.commonDirectory == repository.path + "/.git/")
    #expect(opened.workTree == worktree.path + "/")
  }

  @Test func `reads the shallow boundary and grafts of a linked worktree where they are kept`() async throws {
    let (repository, tip) = try await made()
    let next = try #require(ObjectID(try await repository.commit("Next")))
    let clone = try await repository.clone(depth: 1)
    try await clone.git("branch", "other")
    let worktree = try Repository(at: try await clone.addWorktree("other").path)
    #expect(try worktree.shallowBoundary() == [next])
    #expect(worktree.isShallow)
    let history = try History(worktree, base: next, releases: [next])
    #expect(history.gaps.shallow == [next])
    #expect(history.gaps.missing.isEmpty)
    #expect(try worktree.commit(tip) == nil)
    try clone.write(".git/info/grafts", "# none\n")
    #expect(try !worktree.hasGrafts())
    try clone.write(".git/info/grafts", "# one\n\(next)\n")
    #expect(try worktree.hasGrafts())
  }

  @Test func `opens a sparse checkout and a repository with preciousObjects`() async throws {
    let (repository, tip) = try await made()
    try await repository.git("sparse-checkout", "set", "--cone", "docs")
    try await repository.git("config", "extensions.preciousObjects", "true")
    try await repository.git("config", "core.repositoryFormatVersion", "1")
    let opened = try Repository(at: repository.path)
    #expect(try opened.file("src/cart.js", in: tip) != nil)
  }

  @Test func `reads objects that are borrowed`() async throws {
    let (repository, tip) = try await made()
    let borrowing = try await repository.clone(bare: true, shared: true)
    try #require(try await borrowing.git("count-objects", "-v").contains("count: 0"))
    let opened = try Repository(at: borrowing.path)
    #expect(try opened.commit(tip)?.subject == "SHOP-1 Keep the cart")
  }

  @Test func `tells what a partial clone lacks from what a commit lacks`() async throws {
    let (repository, tip) = try await made()
    let treeless = try Repository(at: try await repository.clone(filter: "tree:0").path)
    #expect(throws: GitError.self) { try treeless.file("src/cart.js", in: tip) }
    #expect(throws: GitError.self) { try treeless.file("nowhere.js", in: tip) }
    let blobless = try Repository(at: try await repository.clone(filter: "blob:none").path)
    #expect(try blobless.file("nowhere.js", in: tip) == nil)
    let error = try #require(throws: GitError.self) { try blobless.file("src/cart.js", in: tip) }
    #expect(error.code == .missingObject)
    #expect(error.problem.isMissingObject)
    #expect(error.problem.help == "run: git fetch --refetch --no-filter origin")
  }

  static let formats: [(String, String, String)] = [
    ("refStorage", "reftable", "run: git refs migrate --ref-format=files"), ("objectFormat", "sha256", "SHA-1"),
  ]

  @Test(arguments: formats)
  func `says what to do about a format that it cannot read`(name: String, value: String, help: String) async throws {
    let (repository, _) = try await made()
    let config = "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\t\(name) = \(value)\n"
    try repository.write(".git/config", config)
    let error = try #require(throws: GitError.self) { try Repository(at: repository.path) }
    #expect(error.problem.kind == .missing)
    #expect(error.help?.contains(help) == true)
  }

  @Test(arguments: ["noop", "unheardOf"])
  func `opens no repository whose format it does not know`(name: String) async throws {
    let (repository, _) = try await made()
    try repository.write(".git/config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\t\(name) = true\n")
    if name == "noop" {
      _ = try Repository(at: repository.path)
    } else {
      let error = try #require(throws: GitError.self) { try Repository(at: repository.path) }
      #expect(error.message.contains("unheardof"))
    }
  }

  @Test func `says that there is no repository`() async throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path + "/nowhere"] {
      let error = try #require(throws: GitError.self) { try Repository(at: path) }
      #expect(error.code == .notFound)
      #expect(error.operation.contains(path))
    }
    try folder.write("broken/.git/HEAD", "ref: refs/heads/main\n")
    #expect(throws: GitError.self) { try Repository(at: folder.path + "/broken") }
    try folder.write("dangling/.git", "gitdir: ../nowhere\n")
    #expect(throws: GitError.self) { try Repository(at: folder.path + "/dangling") }
  }

  @Test func `opens a submodule as a repository of its own`() async throws {
    let (repository, _) = try await made()
    let library = try await GitRepository(name: "lib")
    let inside = try await library.commit("LIB-1 Start", files: ["lib.js": "1\n"])
    try await repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "lib")
    try await repository.commit("SHOP-2 Use the library")
    let opened = try Repository(at: repository.path + "/lib")
    #expect(try "\(opened.resolve("HEAD", as: "release"))" == inside)
    #expect(opened.workTree == repository.path + "/lib/")
    let outer = try Repository(at: repository.path)
    let tip = try outer.resolve("HEAD", as: "release")
    #expect(try outer.changedPaths(of: tip) == [".gitmodules", "lib"])
    let error = try #require(throws: GitError.self) { try outer.file("lib", in: tip) }
    #expect(error.message == "it is not a file")
    #expect(try outer.file("lib/lib.js", in: tip) == nil)
  }

  @Test func `reads configuration`() async throws {
    let (repository, _) = try await made()
    try await repository.git("config", "relscope.base", "trunk")
    let opened = try Repository(at: repository.path)
    #expect(try opened.configuration("relscope.base") == "trunk")
    #expect(try opened.configuration("relscope.nothing") == nil)
  }
}
