import TestSupport
import Testing

/// Histories that are not a line, through the program itself.
struct GraphTests {
  @Test func `gives the commits of an octopus merge the keys of its branches`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2", "SHOP-3"])
    for key in ["SHOP-1", "PAY-2", "SHOP-3"] {
      try await repository.checkout(new: "feature/\(key)", at: "main")
      try await repository.commit("\(key) Work", files: ["\(key).js": "1\n"])
    }
    try await repository.checkout("release/2.4.0")
    try await repository.merge("feature/SHOP-1", "feature/PAY-2", "feature/SHOP-3")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.range.commits == 4)
    #expect(report.range.merges == 1)
    #expect(Set(report.states.values) == ["delivered"])
  }

  /// main and the release merged each other, and the machine of one of the two had no clock.
  @Test func `reads a criss-cross with a clock of 1970`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    for number in 1...8 {
      try await repository.commit(
        "SHOP-1 Part \(number)", files: ["cart.js": "\(number)\n"], date: "@\(number * 60) +0000")
    }
    let early = try await repository.id(of: "HEAD")
    try await repository.checkout("main")
    let onMain = try await repository.commit("SHOP-60 Beside", files: ["beside.js": "1\n"])
    try await repository.merge(early)
    try await repository.checkout("release/2.4.0")
    try await repository.merge(onMain)
    try await repository.commit("PAY-2 Refund", files: ["refund.js": "1\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    let report = try outcome.report()
    let range = try await repository.git("rev-list", "--right-only", "--count", "main...release/2.4.0")
    #expect("\(report.range.commits)" == range)
    // main has it by a merge of the release.
    #expect(report.states == ["SHOP-1": "already-on-base", "PAY-2": "delivered"])
    #expect(outcome.status == 0)
  }

  /// Where `git rev-list main..release` lists work that main has had for long.
  @Test func `does not list what a run of bad dates hides from git`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"], earlier: 12)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.checkout("main")
    for number in 1...30 { try await repository.commit("SHOP-60 Import \(number)", date: "@\(number) +0000") }
    let release = try await repository.id(of: "release/2.4.0")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.range.commits == 1)
    #expect(report.states == ["SHOP-1": "delivered"])
    #expect(report.range.release.id == release)
    let git = try await repository.git("rev-list", "--right-only", "--count", "main...release/2.4.0")
    #expect(git == "1")
  }

  @Test func `takes all that a merge brought out with its revert, and in again with the revert of that`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-900 Begin", files: ["begin": "1\n"])
    try await repository.checkout(new: "feature/SHOP-1")
    for part in 1...2 { try await repository.commit("SHOP-1 Part \(part)", files: ["cart.js": "\(part)\n"]) }
    try await repository.commit("Tidy", files: ["tidy.js": "1\n"])
    try await repository.checkout("release/2.4.0")
    let merge = try await repository.merge("feature/SHOP-1")
    let revert = try await repository.revert(merge, mainline: 1)
    let relscope = try Relscope(for: repository)
    let reverted = try await relscope.check(repository)
    #expect(reverted.status == 1)
    #expect(try reverted.report().states["SHOP-1"] == "reverted")
    #expect(try reverted.report().differences.contains("reverted-ticket SHOP-1"))
    #expect(try reverted.report().untracked.isEmpty)
    try await repository.revert(revert)
    let restored = try await relscope.check(repository).report()
    #expect(restored.states["SHOP-1"] == "delivered")
  }

  /// A release with a cherry-pick, reverts and an octopus, of which the feature was begun before the release was.
  @Test func `reports the same to the byte with a commit-graph of any kind`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2", "SHOP-3"])
    for key in ["SHOP-1", "PAY-2", "SHOP-4"] {
      try await repository.checkout(new: "feature/\(key)", at: "main")
      for part in 1...2 { try await repository.commit("\(key) Part \(part)", files: ["\(key).js": "\(part)\n"]) }
    }
    try await repository.checkout("main")
    let fix = try await repository.commit("SHOP-61 Fix", files: ["fix.js": "1\n"])
    let octopus = ["feature/SHOP-1", "feature/PAY-2", "feature/SHOP-4"]
    try await repository.checkout("release/2.4.0")
    try await repository.merge(octopus[0], octopus[1], octopus[2])
    let picked = try await repository.cherryPick(fix, recordOrigin: true)
    let work = try await repository.commit("SHOP-3 Round the tax", files: ["tax.js": "1\n"])
    let revert = try await repository.revert(work)
    try await repository.revert(picked)
    let relscope = try Relscope(for: repository)
    let without = try await relscope.check(repository)
    #expect(without.status == 1, "\(without)")
    for (version, options) in [(1, []), (2, []), (2, ["--split=replace"])] as [(Int, [String])] {
      try await repository.git(
        ["-c", "commitGraph.generationVersion=\(version)", "commit-graph", "write", "--reachable", "--no-progress"]
          + options)
      let with = try await relscope.check(repository)
      #expect(with.description == without.description)
    }
    // Commits that are newer than the file.
    try await repository.revert(revert)
    let newer = try await relscope.check(repository)
    try await repository.git("config", "core.commitGraph", "false")
    let unaided = try await relscope.check(repository)
    #expect(newer.description == unaided.description)
    #expect(newer.description != without.description)
  }

  @Test func `does not take a picture for one that main has`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.commit("SHOP-9 Our new logo", files: ["logo.png": "\u{0}\u{1}new"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-61 A logo", files: ["logo.png": "\u{0}\u{1}other"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1)
    #expect(try outcome.report().differences.contains("unplanned-ticket SHOP-9"))
  }

  @Test func `survives dates beyond all calendars`() async throws {
    let repository = try await GitRepository.passing()
    let tree = try await repository.id(of: "HEAD^{tree}")
    let parent = try await repository.id(of: "HEAD")
    let object = """
      tree \(tree)
      parent \(parent)
      author Dana <dana@example.com> 99999999999999999999 +0000
      committer Dana <dana@example.com> 999999999999999999 +0000

      Raise the session timeout

      """
    let id = try await repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: object)
    try await repository.git("update-ref", "refs/heads/release/2.4.0", id)
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().untracked == [id])
  }

  @Test func `checks a submodule in its folder`() async throws {
    let library = try await GitRepository.passing(name: "lib")
    try await library.checkout("main")
    let shop = try await GitRepository(name: "outer")
    try await shop.commit("SHOP-1 Start", files: ["README.md": "# Shop\n"])
    try await shop.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "lib")
    let result = try await Relscope(for: shop).run(
      ["check", "--release", "origin/release/2.4.0", "--format", "json"], in: shop.path + "/lib")
    #expect(result.status == 0, "\(result)")
    #expect(try CheckOutcome(result: result).report().range.commits == 2)
  }

  @Test func `says what to do about a reftable`() async throws {
    let repository = try await GitRepository.passing()
    try repository.write(
      ".git/config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefstorage = reftable\n")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.result.errors.contains("git refs migrate --ref-format=files"))
  }

  /// A release of 500 tickets, each on a branch of its own.
  @Test func `checks a release of 500 tickets`() async throws {
    let keys = (1...500).map { "SHOP-\($0 + 1000)" }
    let repository = try await GitRepository.planning(keys)
    var stream = ""
    func commit(_ message: String, _ mark: Int, _ parents: [String]) {
      stream +=
        "commit refs/heads/release/2.4.0\nmark :\(mark)\ncommitter Dana <dana@example.com> \(1_793_620_000 + mark) +0000\n"
      stream += "data \(message.utf8.count)\n\(message)\nfrom \(parents[0])\n"
      for parent in parents.dropFirst() { stream += "merge \(parent)\n" }
      // A merge has what its branch wrote.
      for file in parents.count == 1 ? [mark] : [mark - 2, mark - 1] {
        stream += "M 644 inline f\(file).js\ndata 2\n1\n\n"
      }
    }
    let main = try await repository.id(of: "main")
    for (number, key) in keys.enumerated() {
      let top = number == 0 ? main : ":\(number * 3)"
      commit("\(key) Work", number * 3 + 1, [main])
      commit("Tidy up", number * 3 + 2, [":\(number * 3 + 1)"])
      commit("Merge branch 'feature/\(key)' into release/2.4.0", number * 3 + 3, [top, ":\(number * 3 + 2)"])
    }
    try await repository.git("fast-import", "--quiet", "--force", input: stream)
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome.result.errors)")
    let report = try outcome.report()
    #expect(report.range.commits == 1500)
    #expect(report.range.merges == 500)
    #expect(report.tickets.count == 500)
    #expect(Set(report.states.values) == ["delivered"])
  }
}
