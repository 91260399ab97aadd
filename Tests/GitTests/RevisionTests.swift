import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Names of commits, refs, notes and files: as git reads them.
struct RevisionTests {
  /// Three commits on main, and a branch, tags and a remote's branches.
  private func made() async throws -> GitRepository {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 First", files: ["a.txt": "1\n"])
    try await repository.commit("SHOP-2 Second", files: ["a.txt": "2\n", "docs/b.txt": "2\n"])
    try await repository.checkout(new: "feature/SHOP-3")
    try await repository.commit("SHOP-3 Side", files: ["c.txt": "3\n"])
    try await repository.checkout("main")
    try await repository.merge("feature/SHOP-3")
    try await repository.tag("v1", at: "main~1")
    try await repository.tag("v2", at: "main", message: "Two")
    try await repository.tag("v2-again", at: "v2", message: "A tag of a tag")
    try await repository.git("update-ref", "refs/remotes/origin/main", "main~1")
    try await repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    return repository
  }

  static let names = [
    "main", "refs/heads/main", "heads/main", "v1", "v2", "v2-again", "refs/tags/v2", "tags/v1", "HEAD", "@",
    "origin/main", "origin",
    "refs/remotes/origin/main", "main~1", "main^", "main^2", "main~1^0", "main^{commit}", "v2^{}", "v2~2",
    "feature/SHOP-3", "main@{0}",
    "HEAD^{/Second}", ":/First",
  ]

  @Test func `finds the commit that git finds`() async throws {
    let made = try await made()
    let repository = try Repository(at: made.path)
    let described = try await "v1-0-g" + made.id(of: "HEAD").prefix(9)
    for name in Self.names + [described] {
      // git has no way to peel the result of a search by message.
      let expected = try await made.id(of: name.hasPrefix(":/") ? name : name + "^{commit}")
      #expect(try "\(repository.resolve(name, as: "release"))" == expected, "\(name)")
    }
  }

  static let noCommits = [
    "nothing", "refs/heads/nothing", "main^7", "main~99", "main:a.txt", "HEAD^{tree}", "", " ", "main..HEAD", "-h",
    "0000000000000000000000000000000000000000", "1234567", "main@{99}", "v1^{tag}", "../main", "a b", "refs/heads/",
  ]

  @Test func `finds no commit where git finds none`() async throws {
    let made = try await made()
    let repository = try Repository(at: made.path)
    for name in Self.noCommits {
      let error = try #require(throws: GitError.self, "\(name)") { try repository.resolve(name, as: "release") }
      #expect(error.operation == "read release '\(name)'")
      #expect(error.problem.kind == .missing)
    }
  }

  @Test(arguments: [
    ("topic;touch$IFS/x", "run: git fetch origin 'topic;touch$IFS/x'"),
    ("origin/`x`", "run: git fetch origin '`x`'"), ("o'x/topic", "run: git fetch 'o'\\''x' topic"),
    ("main;id~99", "run: git branch --all, to see what is here"), ("topic", "run: git fetch origin topic"),
  ])
  func `says what to fetch as one word for a shell`(name: String, help: String) async throws {
    let made = try await made()
    for remote in ["origin", "o'x"] { try await made.git("config", "remote.\(remote).url", "/nowhere") }
    let repository = try Repository(at: made.path)
    let error = try #require(throws: GitError.self) { try repository.resolve(name, as: "release") }
    #expect(error.help == help)
  }

  @Test func `says that an abbreviation is ambiguous`() async throws {
    var graph = CommitGraph()
    _ = graph.line(400)
    let drawn = try await DrawnHistories(graph)
    let repository = try Repository(at: drawn.repository.path)
    let byStart = Dictionary(grouping: drawn.ids[0]) { "\($0)".prefix(4) }
    let start = String(try #require(byStart.min { $1.value.count < $0.value.count }).key)
    try #require(byStart[start.prefix(4)]?.count ?? 0 > 1, "400 ids share no four digits")
    let git = try await drawn.repository.run(["rev-parse", "--verify", "--quiet", start + "^{commit}"])
    #expect(git.status != 0)
    let error = try #require(throws: GitError.self) { try repository.resolve(start, as: "release") }
    #expect(error.code == .ambiguous)
    #expect(error.problem.kind == .usage)
    #expect(try repository.commit(withPrefix: start) == nil)
  }

  @Test func `finds commits by the start of their ids, and nothing else by it`() async throws {
    let made = try await made()
    let repository = try Repository(at: made.path)
    let tip = try await made.id(of: "main")
    let tree = try await made.id(of: "main^{tree}")
    #expect(try repository.commit(withPrefix: String(tip.prefix(10)))?.id == ObjectID(tip))
    #expect(try repository.commit(withPrefix: tip)?.id == ObjectID(tip))
    for prefix in [tree, String(tree.prefix(10)), "0123456789", String(repeating: "0", count: 40), "xyz", ""] {
      #expect(try repository.commit(withPrefix: prefix) == nil, "\(prefix)")
    }
  }

  @Test(arguments: [false, true])
  func `lists branches, loose or packed, and leaves symbolic and other refs out`(packed: Bool) async throws {
    let made = try await made()
    let blob = try await made.git("hash-object", "-w", "--stdin", input: "x\n")
    try await made.git("update-ref", "refs/tags/blob", blob)
    try await made.git("symbolic-ref", "refs/heads/current", "refs/heads/main")
    if packed { try await made.git("pack-refs", "--all") }
    let repository = try Repository(at: made.path)
    let expected = try await made.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/remotes")
      .split(separator: "\n").filter { !$0.contains("current") && !$0.contains("HEAD") }.map(String.init)
    #expect(try repository.branches().map { "\($0.name) \($0.id)" } == expected)
    #expect(try repository.symbolicTarget(RefName("refs/remotes/origin/HEAD")) == RefName("refs/remotes/origin/main"))
    #expect(try repository.symbolicTarget(RefName("refs/remotes/origin/main")) == nil)
    #expect(try repository.symbolicTarget(RefName("refs/remotes/none/HEAD")) == nil)
    let tags = try repository.references(.tag)
    let main = try repository.resolve("main", as: "base")
    #expect(tags.map(\.name) == ["v1", "v2", "v2-again"].map(RefName.tag))
    #expect(tags.last?.id == main)
    #expect(try repository.commit(ofReference: RefName("refs/tags/v2")) == main)
    #expect(try repository.commit(ofReference: RefName("refs/tags/blob")) == nil)
    #expect(try repository.commit(ofReference: RefName("refs/heads/current")) == main)
    #expect(try repository.commit(ofReference: RefName("refs/heads/none")) == nil)
    #expect(try repository.commit(ofReference: RefName("not a ref")) == nil)
  }

  /// libgit2 refuses to read these; git and relscope make the best of them.
  @Test(arguments: ["Dana dana@example.com 12 +0000", "Dana <dana@example.com> 99999999999999999999 +0000", "Dana"])
  func `takes a tip whose signature is malformed`(signature: String) async throws {
    let made = try await made()
    let tree = try await made.id(of: "main^{tree}")
    let object = "tree \(tree)\nauthor \(signature)\ncommitter \(signature)\n\nSHOP-5 Odd\n"
    let id = try await made.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: object)
    try await made.git("update-ref", "refs/heads/odd", id)
    let tag = "object \(id)\ntype commit\ntag odd-1\ntagger Dana <dana@example.com> 12 +0000\n\nOdd\n"
    try await made.git(
      "update-ref", "refs/tags/odd-1", made.git("hash-object", "-t", "tag", "-w", "--stdin", input: tag))
    let repository = try Repository(at: made.path)
    for name in ["odd", "refs/heads/odd", "odd-1"] {
      #expect(try "\(repository.resolve(name, as: "release"))" == id)
    }
    #expect(try repository.branches().contains { $0.name == .branch("odd") && "\($0.id)" == id })
    #expect(try repository.commit(#require(ObjectID(id)))?.subject == "SHOP-5 Odd")
  }

  @Test func `knows the branch of HEAD, born or not, and none when it is detached`() async throws {
    let made = try await made()
    let repository = try Repository(at: made.path)
    #expect(try repository.currentBranch() == "main")
    try await made.git("checkout", "--quiet", "--orphan", "fresh")
    #expect(try Repository(at: made.path).currentBranch() == "fresh")
    let error = try #require(throws: GitError.self) { try Repository(at: made.path).resolve("HEAD", as: "release") }
    #expect(error.message.contains("no commit yet"))
    try await made.git("checkout", "--quiet", "--force", "--detach", "main")
    #expect(try Repository(at: made.path).currentBranch() == nil)
  }

  @Test func `names what git replaces`() async throws {
    let made = try await made()
    let replaced = try await made.id(of: "main")
    try await made.git("replace", "--graft", "main", "main~2")
    let repository = try Repository(at: made.path)
    #expect(try repository.replacedObjects() == [try #require(ObjectID(replaced))])
    // What is read is the original all the same.
    #expect(try repository.commit(repository.resolve("main", as: "base"))?.parents.count == 2)
  }

  @Test func `reads notes, many of them too`() async throws {
    var graph = CommitGraph()
    _ = graph.line(300)
    let drawn = try await DrawnHistories(graph)
    let repository = try Repository(at: drawn.repository.path)
    #expect(try Self.notes(in: repository, on: drawn.ids[0]).texts.isEmpty)
    // With so many notes git fans them out into folders.
    var stream = "commit refs/notes/tickets\ncommitter Dana <dana@example.com> 1793610000 +0000\ndata 5\nnotes\n"
    for (number, id) in drawn.ids[0].enumerated() {
      let note = "SHOP-\(number + 1)\n"
      stream += "N inline \(id)\ndata \(note.utf8.count)\n\(note)\n"
    }
    try await drawn.repository.git("fast-import", "--quiet", input: stream + "\n")
    let notes = try Self.notes(in: repository, on: drawn.ids[0]).texts
    #expect(notes.count == 300)
    for (number, id) in drawn.ids[0].enumerated() { #expect(notes[id] == Array("SHOP-\(number + 1)\n".utf8)) }
    let git = try await drawn.repository.git("notes", "--ref=tickets", "show", "\(drawn[7])")
    #expect(git == "SHOP-8")
  }

  @Test func `passes over what is no note under a ref of notes`() async throws {
    let made = try await made()
    try await made.git("notes", "--ref=tickets", "add", "-m", "SHOP-7", "main")
    try await made.git("worktree", "add", "--quiet", "--detach", made.folder.path + "/notes", "refs/notes/tickets")
    let tip = try await made.id(of: "main")
    try made.folder.write("notes/README", "what this is\n")
    try await made.git("-C", made.folder.path + "/notes", "add", "README")
    try await made.git("-C", made.folder.path + "/notes", "commit", "--quiet", "-m", "More")
    let top = try await made.git("-C", made.folder.path + "/notes", "rev-parse", "HEAD")
    try await made.git("update-ref", "refs/notes/tickets", top)
    let commit = try #require(ObjectID(tip))
    let notes = try Self.notes(in: Repository(at: made.path), on: [commit])
    #expect(notes == CommitNotes([commit: Array("SHOP-7\n".utf8)]))
  }

  @Test func `reads the notes on commits that somebody asks for, up to a length`() async throws {
    let made = try await made()
    for (revision, note) in [("main", "SHOP-7"), ("main~1", "SHOP-8"), ("main~2", "SHOP-9 and more")] {
      try await made.git("notes", "--ref=tickets", "add", "-m", note, revision)
    }
    let repository = try Repository(at: made.path)
    let ids = try ["main", "main~1", "main~2"].map { try repository.resolve($0, as: "commit") }
    let notes = try repository.notes(under: "refs/notes/tickets", upTo: 7) { [ids[2], ids[0]] }
    #expect(notes.texts == [ids[0]: Array("SHOP-7\n".utf8)])
    #expect(notes.tooLong == [ids[2]])
  }

  private static func notes(in repository: Repository, on commits: [ObjectID]) throws -> CommitNotes {
    try repository.notes(under: "refs/notes/tickets", upTo: 1_000) { commits }
  }

  /// Forty small trees, of which each has the one below it under 256 names.
  @Test func `looks for notes on the way to its commits only`() async throws {
    let made = try await made()
    let commit = try await made.id(of: "main")
    let note = try await made.git("hash-object", "-w", "--stdin", input: "SHOP-7\n")
    var tree = try await made.git("mktree", input: "100644 blob \(note)\t\(commit.dropFirst(38))\n")
    for level in stride(from: 36, through: 0, by: -2) {
      let own = commit.dropFirst(level).prefix(2)
      let entries = (0..<256).map { number in
        let name = String(number + 256, radix: 16).dropFirst()
        return name == own || level > 0 ? "040000 tree \(tree)\t\(name)\n" : ""
      }
      tree = try await made.git("mktree", input: entries.joined())
    }
    let state = try await made.git("commit-tree", "-m", "notes", tree)
    try await made.git("update-ref", "refs/notes/tickets", state)
    let id = try #require(ObjectID(commit))
    #expect(try Self.notes(in: Repository(at: made.path), on: [id]).texts == [id: Array("SHOP-7\n".utf8)])
  }

  @Test(arguments: ["120000 blob", "160000 commit"])
  func `takes a link and a submodule for no note`(kind: String) async throws {
    let made = try await made()
    let commit = try await made.id(of: "main")
    let target = kind.hasSuffix("commit") ? commit : try await made.git("hash-object", "-w", "--stdin", input: "SHOP-7")
    let tree = try await made.git("mktree", input: "\(kind) \(target)\t\(commit)\n")
    try await made.git("update-ref", "refs/notes/tickets", try await made.git("commit-tree", "-m", "notes", tree))
    #expect(try Self.notes(in: Repository(at: made.path), on: [try #require(ObjectID(commit))]) == CommitNotes())
  }

  @Test func `reads a file at a commit, byte for byte`() async throws {
    let made = try await made()
    let bytes = Data([0, 0xFF, 0x0A, 0x0D])
    try made.write("docs/deep/er/raw.bin", bytes)
    let id = try await made.commitAll("SHOP-4 Raw")
    let repository = try Repository(at: made.path)
    let file = try #require(try repository.file("docs/deep/er/raw.bin", in: id))
    #expect(file.bytes == Array(bytes))
    #expect(try await "\(file.id)" == made.id(of: "HEAD:docs/deep/er/raw.bin"))
    for path in ["docs/none", "none/raw.bin", "a.txt/raw.bin", "docs/deep/er/raw.bin/x"] {
      #expect(try repository.file(path, in: id) == nil, "\(path)")
    }
    #expect(throws: GitError.self) { try repository.file("docs/deep", in: id) }
    // An earlier commit has an earlier file.
    let first = try repository.resolve("main~3", as: "base")
    #expect(try repository.file("a.txt", in: first)?.bytes == Array("1\n".utf8))
    #expect(try repository.file("docs/b.txt", in: first) == nil)
  }

  @Test func `reads the newest commits only`() async throws {
    let made = try await made()
    let repository = try Repository(at: made.path)
    let main = try repository.resolve("main", as: "base")
    #expect(try repository.commits(reachableFrom: main, limit: 10).count == 4)
    #expect(try repository.commits(reachableFrom: main, limit: 2).map(\.id).first == main)
    #expect(try repository.commits(reachableFrom: main, limit: 2).count == 2)
  }
}
