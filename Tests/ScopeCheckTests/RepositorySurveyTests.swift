import Documents
import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

/// A history to learn from.
private struct LearnedHistory {
  let repository = InMemoryRepository()
  private(set) var commits: [ObjectID] = []
  private var clock: Int64 = 1_780_000_000

  init() { commit("Start") }

  var tip: ObjectID { commits[commits.count - 1] }

  mutating func commit(_ message: String, by name: String = "Dana", _ email: String = "dana@example.com") {
    clock += 60
    let author = Signature(name: name, email: email, time: Instant(seconds: clock))
    let tree = FileTree(files: ["file": ["\(clock)"]])
    let parents = commits.last.map { [$0] } ?? []
    commits.append(repository.commit("\(message)\n", FileTree(tree.entries), parents: parents, author: author))
    repository.references["refs/heads/main"] = tip
  }

  mutating func release(_ names: String...) {
    for name in names {
      commit("SHOP-1 Towards \(name)")
      repository.references["refs/\(name)"] = tip
    }
  }

  func survey(_ manifests: [Manifest] = []) throws -> RepositorySurvey {
    let known = try commits.map { try #require(try repository.commit($0)) }
    return try RepositorySurvey(repository, manifests: manifests) { _ in known }
  }
}

struct RepositorySurveyTests {
  @Test(arguments: [
    (["heads/release/2.4.0", "heads/release/2.5.0", "heads/hotfix/2.4.1"], ["release/{version}", "hotfix/{version}"]),
    (["heads/branch-3.9", "heads/branch-3.8"], ["branch-{version}"]),
    (["heads/5.3", "heads/5.4", "heads/37-upgrade-tests"], ["{version}"]),
    (["heads/2.20.x", "heads/hotfix/#1342-take2"], ["{version}"]),
    (["heads/rel/1.0"], ["rel/{version}"]),
    (["heads/v1.0", "heads/v1.1"], ["v{version}"]),
    (["heads/release/autumn-2026"], ["release/{version}"]),
    (["heads/web-2.4", "heads/web-2.5", "heads/feature/cart-2.0", "heads/feature/cart-2.1"], ["web-{version}"]),
  ])
  func `learns what release branches are called`(names: [String], patterns: [String]) throws {
    var history = LearnedHistory()
    for name in names { history.release(name) }
    let found = try history.survey().proposal.releaseBranches
    #expect(found.map(\.value.text) == patterns)
    #expect(found.map(\.isSeen) == patterns.map { _ in true })
  }

  @Test func `says that the usual release branches are a guess where none is here`() throws {
    var history = LearnedHistory()
    history.release("heads/dependabot/npm/left-pad-2.3.0", "heads/fix-2.0")
    let found = try history.survey().proposal.releaseBranches
    #expect(found.map(\.value.text) == ["release/{version}", "hotfix/{version}"])
    #expect(found.map(\.isSeen) == [false, false])
  }

  @Test func `learns what tags of releases are called from the newest, without steps on the way`() throws {
    var history = LearnedHistory()
    history.release("tags/shop-1.0", "tags/v1.1.0-rc1", "tags/v1.1.0", "tags/v1.2.0", "tags/v1.3.0-beta1")
    let survey = try history.survey()
    #expect(survey.proposal.tag?.value.text == "v{version}")
    #expect(survey.releases.map(\.name) == ["v1.2.0", "v1.1.0"])
  }

  @Test func `begins a range at the version before where branches are lines, or versions are tags alone`() throws {
    var tagged = LearnedHistory()
    tagged.release("tags/v1.0.0", "tags/v1.1.0")
    #expect(try tagged.survey().proposal.since?.value == "v{previous}")
    var lines = LearnedHistory()
    lines.release("tags/v5.3.0", "tags/v5.3.1", "heads/5.3")
    #expect(try lines.survey().proposal.since?.value == "v{previous}")
    var branches = LearnedHistory()
    branches.release("tags/v2.3.0", "tags/v2.4.0", "heads/release/2.4.0")
    #expect(try branches.survey().proposal.since == nil)
  }

  @Test func `tells projects from slips of bigger ones`() throws {
    var history = LearnedHistory()
    for number in 1...45 { history.commit("SHOP-\(number) Work") }
    for number in 1...3 { history.commit("PAY-\(number) Work") }
    history.commit("SHPO-7 Work")
    history.commit("SHPO-8 Work")
    history.commit("ONCE-1 Work")
    let proposal = try history.survey().proposal
    #expect(proposal.projects.map(\.value.text) == ["SHOP", "PAY"])
    #expect(proposal.doubtfulProjects.map(\.value.text) == ["SHPO", "ONCE"])
    #expect(proposal.doubtfulProjects.first?.evidence == "2 commits: a slip of SHOP?")
  }

  @Test func `learns the trailers that name a commit's ticket, and none that speak of another`() throws {
    var history = LearnedHistory()
    for number in 1...3 {
      history.commit("SHOP-\(number) Work")
      history.commit("Add part \(number)\n\nStory: SHOP-\(number)")
      history.commit("Add more \(number)\n\nDepends-on: SHOP-\(number)")
      history.commit("Add other \(number)\n\nTicket: SHOP-\(number)")
    }
    let trailers = try history.survey().proposal.trailers
    #expect(trailers.map(\.value) == ["Story"])
    #expect(trailers.first?.remark == "seen: 3 commits")
  }

  @Test func `proposes to exempt what programs make, and only shows what people may write`() throws {
    var history = LearnedHistory()
    for number in 1...2 {
      history.commit(
        "Bump left-pad from 1.\(number) to 1.3", by: "dependabot[bot]", "49+dependabot[bot]@users.noreply.github.com")
      history.commit("[maven-release-plugin] prepare release v1.\(number)")
      history.commit("Port it \(number)", by: "mergify[bot]", "37+mergify[bot]@users.noreply.github.com")
      history.commit("Bump right-pad from 1.\(number) to 1.3")
      history.commit("Tidy \(number)")
    }
    let exemptions = try history.survey().proposal.exemptions
    let seen = exemptions.filter(\.isSeen).map { $0.value.author ?? $0.value.subject }
    #expect(seen == ["*+dependabot[bot]@users.noreply.github.com", "[maven-release-plugin] *"])
    let guessed = exemptions.filter { !$0.isSeen }.map { $0.value.author ?? $0.value.subject }
    #expect(guessed == ["*+mergify[bot]@users.noreply.github.com", "Bump * from * to *"])
  }

  @Test func `learns statuses, and where manifests are`() throws {
    var history = LearnedHistory()
    history.release("heads/release/2.4.0")
    let manifest = #"""
      {"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "tickets": [
        {"key": "SHOP-1", "status": "Ready for Production"}, {"key": "SHOP-2", "status": "In Test"},
        {"key": "SHOP-3", "status": "Erledigt", "statusCategory": "done"}]}
      """#
    history.repository.workTree = ["releases/2.4.0.json": Array(manifest.utf8)]
    let proposal = try history.survey().proposal
    #expect(proposal.manifest.value == "releases/{version}.json" && proposal.manifest.isSeen)
    #expect(proposal.readyStatuses.value == ["Erledigt", "Ready for Production"])
    #expect(proposal.otherStatuses == ["In Test"])
    #expect(proposal.readyStatuses.isSeen)
  }

  @Test func `learns where tickets are looked at`() throws {
    var history = LearnedHistory()
    for number in 1...2 {
      history.commit("SHOP-\(number) Work\n\nSee <https://jira.example.com/j/browse/SHOP-\(number)>")
    }
    #expect(try history.survey().proposal.ticketLink?.value == "https://jira.example.com/j/browse/{key}")
  }

  @Test(
    arguments: [
      ("git@github.com:shop/web.git", "https://github.com/shop/web/commit/{id}"),
      ("https://dana@gitlab.com/shop/sub/web.git", "https://gitlab.com/shop/sub/web/-/commit/{id}"),
      ("ssh://git@bitbucket.org:22/shop/web", "https://bitbucket.org/shop/web/commits/{id}"),
      ("https://git.example.com/shop/web.git", nil), ("/srv/git/web.git", nil), ("../web", nil),
    ] as [(String, String?)])
  func `tells where the forges that everybody knows show a commit`(remote: String, template: String?) {
    let found = CommitLink.template(ofRemote: remote)
    #expect(found == template)
  }

  @Test func `tries the policy on releases, and says what it would have found`() throws {
    var history = LearnedHistory()
    history.commit("SHOP-1 One")
    history.release("tags/v1.0.0")
    history.commit("SHOP-2 Two")
    history.commit("No ticket")
    history.commit("SHOP-3 Three")
    history.release("tags/v1.1.0")
    let survey = try history.survey()
    let trials = try PolicyTrial.run(
      PolicyTemplate(survey.proposal).text, on: survey.releases.prefix(3), tag: survey.proposal.tag?.value,
      base: survey.base, now: Instant(seconds: 1_790_000_000), in: history.repository)
    #expect(trials.map(\.release.name) == ["v1.1.0", "v1.0.0"])
    #expect(trials.first?.start == "v1.0.0")
    #expect(trials.first?.commits == 4)
    #expect(trials.first?.untracked == 1)
    #expect(trials.first?.tickets == 3)
    #expect(trials.first?.findings.map(\.rule) == [.untrackedCommit])
    // There is no version before the first one.
    #expect(trials.last?.unseen.isEmpty == false)
  }
}
