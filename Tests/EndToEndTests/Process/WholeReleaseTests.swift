import ForgeServer
import JiraServer
import TestSupport
import Testing

/// A whole release, from the version in Jira to the version closed: what is known after each step.
struct WholeReleaseTests {
  /// What each step is done by, and the step that is done then.
  private static let steps: [(step: Int, act: @Sendable (ShopRelease) async throws -> Void)] = [
    (
      2,
      {
        $0.set("Ready for Release", since: ShopRelease.ready); try await $0.fetchManifest()
      }
    ),
    (6, { try await $0.openPullRequest() }),
    (7, { for someone in ShopRelease.Someone.allCases { try await $0.approve(someone) } }),
    (8, { try await $0.tellQA() }),
    (9, { try await $0.merge() }),
    (10, { try await $0.send("notes", at: "Wed, 25 Nov 2026 08:00:00 +0000") }),
    (11, { try await $0.deploy() }),
    (12, { $0.set("Done", since: ShopRelease.closed, ready: ShopRelease.ready) }),
    (13, { try await $0.send("results", at: "Thu, 26 Nov 2026 15:00:00 +0000") }),
    (14, { $0.change { $0.isReleased = true } }),
  ]

  @Test func `is known after each step, and offline the same`() async throws {
    let release = try await ShopRelease()
    var seen = try await release.process()
    #expect(seen.done == [3, 4, 5], "\(seen)")
    var expected = [3, 4, 5]
    for (step, act) in Self.steps {
      try await act(release)
      seen = try await release.process()
      expected = (expected + (step == 2 ? [1, 2] : [step])).sorted()
      #expect(seen.done == expected, "after step \(step):\n\(seen)")
      #expect(seen.contradictions.map(\.text) == [], "after step \(step)")
    }
    #expect(seen.steps[1].evidence.first?.by == "Quinn Abe")
    release.forge.forgetVisits()
    let offline = try await release.process("--all")
    #expect(offline.done == Array(1...14), "\(offline)")
    #expect(release.forge.visits.isEmpty)
    let gate = try await release.run(
      "process", "2.4.0", "--evidence", release.evidence, "--require", "1-14")
    #expect(gate.status == 0, "\(gate)")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The step in whose place, or after which, it is made.
    let after: Int
    let replaces: Bool
    let make: @Sendable (ShopRelease) async throws -> Void

    init(
      _ text: String, after step: Int, insteadOf: Bool = false,
      _ make: @escaping @Sendable (ShopRelease) async throws -> Void
    ) {
      testDescription = text
      after = step
      replaces = insteadOf
      self.make = make
    }
  }

  static let mistakes = [
    Mistake("was set ready by Dana Weber, who is not QA by the policy", after: 2) { release in
      release.set("Ready for Release", since: ShopRelease.ready, by: "Dana Weber", address: "dana@example.com")
    },
    Mistake("the version is archived in SHOP", after: 2) { $0.change { $0.isArchived = true } },
    Mistake("the pull request is at", after: 6) { release in
      try await release.repository.checkout("release/2.4.0")
      try await release.repository.commit("SHOP-1 Mend the cart", files: ["cart.js": "2\n"])
    },
    Mistake("the release was merged without the approval of tech-lead and release-developer", after: 7, insteadOf: true)
    { release in try await release.merge() },
    Mistake("QA was told the scope of", after: 8) { release in
      try await release.repository.checkout("release/2.4.0")
      try await release.repository.commit("SHOP-1 Mend the cart", files: ["cart.js": "2\n"])
    },
    Mistake("the release was merged, and it differs from the version", after: 8) { release in
      try await release.repository.checkout("release/2.4.0")
      try await release.repository.commit("SHOP-9 A stray", files: ["stray.js": "2\n"])
      try await release.merge()
    },
    Mistake("the release is on the base, and pull request #7 was closed without a merge", after: 9) { release in
      release.forge.change { $0.pulls[0].state = "closed" }
    },
    Mistake("the release notes went out, and the release is not merged", after: 8) { release in
      try await release.send("notes", at: "Wed, 25 Nov 2026 08:00:00 +0000")
    },
    Mistake("the release notes name SHOP-77, which the release did not bring", after: 9) { release in
      try await release.send("notes", at: "Wed, 25 Nov 2026 08:00:00 +0000") {
        $0.replacing("SHOP-1 ", with: "SHOP-77 ")
      }
    },
    Mistake("production went back to", after: 11) { release in
      try await release.deploy("main~1", at: "2026-11-25T12:00:00Z")
    },
    Mistake("were closed before the release came to production", after: 11) { release in
      release.set("Done", since: "2026-11-24T10:12:00.000+0100", ready: ShopRelease.ready)
    },
    Mistake("the results went out before the release came to production", after: 11) { release in
      try await release.send("results", at: "Tue, 24 Nov 2026 15:00:00 +0000")
    },
    Mistake("the version is released, and PAY-2 and SHOP-1 are open", after: 11) { $0.change { $0.isReleased = true } },
    Mistake("came into the version by Quinn Abe after it was on production", after: 11) { release in
      release.jira.change { site in
        for place in site.issues.indices where site.issues[place].key == "SHOP-1" {
          site.issues[place].enteredAt = "2026-11-26T08:00:00.000+0100"
        }
      }
    },
    Mistake("the version is released in SHOP, and open in PAY", after: 12) { release in
      release.jira.change { site in
        for project in site.projects.indices where site.projects[project].key == "SHOP" {
          site.projects[project].versions[0].isReleased = true
        }
      }
    },
  ]

  @Test(arguments: mistakes)
  func `finds each mistake`(_ mistake: Mistake) async throws {
    let release = try await ShopRelease()
    var before = try await release.process()
    for (step, act) in Self.steps where step < mistake.after || step == mistake.after && !mistake.replaces {
      try await act(release)
    }
    before = try await release.process()
    #expect(before.contradictions.map(\.text) == [])
    try await mistake.make(release)
    let seen = try await release.process()
    #expect(seen.contradictions.contains { $0.text.contains(mistake.testDescription) }, "\(seen)")
  }
}
