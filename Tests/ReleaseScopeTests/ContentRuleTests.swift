import ReleaseScope
import Testing

/// What rules say of contents that no commit's message is about.
struct ContentRuleTests {
  private static let rules: Set<RuleID> = [.nothingChanged, .mergeWithChanges, .submoduleMoved]

  /// `severity rule: message | help`.
  private func findings(
    planned: [String] = ["SHOP-1"], stage: Stage = .merge, _ change: (inout RuleFacts) -> Void
  ) throws -> [String] {
    var story = Story()
    story.commit("one", "SHOP-1 Keep the cart")
    var facts = RuleFacts(
      documents: DocumentFacts(
        policy: Policy(), releaseName: "release/2.4.0", baseName: "main", now: Instant(seconds: 10_000)),
      range: RangeFacts(scope: story.scope, commits: story.range.commits))
    facts.documents.manifest = Manifest(
      version: Manifest.Version(name: try VersionName(parsing: "2.4.0")),
      releaseTicket: try TicketKey(parsing: "SHOP-900"),
      tickets: try planned.map { Ticket(key: try TicketKey(parsing: $0)) })
    change(&facts)
    return Judgement(facts, stage: stage) { _ in [] }.findings.filter { Self.rules.contains($0.rule) }.map {
      "\($0.severity.rawValue) \($0.rule.rawValue): \($0.message) | \($0.help.text)"
    }
  }

  static let emptyReleases: [(changesNothing: Bool, planned: [String], stage: Stage, severity: String?)] = [
    (true, ["SHOP-1"], .merge, "error"), (true, ["SHOP-1"], .push, "note"), (false, ["SHOP-1"], .merge, nil),
    (true, [], .merge, nil), (true, ["SHOP-900"], .merge, nil),
  ]

  @Test(arguments: emptyReleases)
  func `says of a release with tickets that it changes nothing`(
    changesNothing: Bool, planned: [String], stage: Stage, severity: String?
  ) throws {
    let found = try findings(planned: planned, stage: stage) { $0.documents.changesNothing = changesNothing }
    let message = "nothing-changed: 'release/2.4.0' has the same files as 'main': its merge would change nothing"
    #expect(found == (severity.map { ["\($0) \(message) | run: git log --oneline main..release/2.4.0"] } ?? []))
  }

  @Test(arguments: [
    (["a"], "'a'"), (["a", "b"], "'a' and 'b'"), (["a", "b", "c"], "'a', 'b' and 'c'"),
    (["a", "b", "c", "d", "e"], "'a', 'b', 'c' and 2 more"),
  ])
  func `names the first paths that a merge changes by itself`(paths: [String], text: String) throws {
    let merge = Story.id("one")
    let found = try findings { $0.range.mergeChanges = [merge: paths] }
    let message = "the merge changes \(text) as neither of its parents does"
    #expect(
      found == ["warning merge-with-changes: \(message) | run: git show --remerge-diff \(merge.abbreviated)"])
  }

  @Test func `names the submodules that move, and where to`() throws {
    let (old, new) = (Story.id("old"), Story.id("new"))
    let found = try findings { facts in
      facts.documents.movedSubmodules = [
        MovedSubmodule(path: "lib", old: old, new: new), MovedSubmodule(path: "a b", old: nil, new: new),
        MovedSubmodule(path: "gone", old: old, new: nil), MovedSubmodule(path: "lost", old: nil, new: nil),
      ]
    }
    let log = "run: git -C lib log --oneline \(old.abbreviated)..\(new.abbreviated)"
    #expect(found.count == 4)
    #expect(
      found.contains(
        "note submodule-moved: submodule 'lib' moves from \(old.abbreviated) to \(new.abbreviated): "
          + "its commits were not looked at | \(log)"))
    let added = "note submodule-moved: submodule 'a b' is new, at \(new.abbreviated): its commits were not looked at"
    #expect(found.contains { $0.hasPrefix(added) })
    #expect(
      found.contains { $0.hasPrefix("note submodule-moved: submodule 'gone' is gone; it was at \(old.abbreviated)") })
    #expect(found.contains { $0.hasPrefix("note submodule-moved: submodule 'lost' is gone | ") })
  }
}
