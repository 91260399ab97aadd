import ReleaseScope

extension RuleStory {
  /// For each rule, a release in which it finds something.
  static let examples: [RuleID: RuleStory] = [
    .unplannedTicket: of { $0.commit("a", "SHOP-2 Search") },
    .missingTicket: RuleStory(planned: "SHOP-1"),
    .unmergedWork: of(RuleStory(planned: "SHOP-1")) {
      $0.gather = {
        $0.elsewhere.unmergedWork = [key("SHOP-1"): UnmergedWork(branch: "wip", commits: [], isBase: false)]
      }
    },
    .revertedTicket: of(RuleStory(planned: "SHOP-1")) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    },
    .partlyRevertedTicket: of(RuleStory(planned: "SHOP-1")) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("b", "SHOP-1 Cart, tested")
      $0.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    },
    .removedTicket: of {
      $0.story.outside = [("old", "SHOP-1 Cart")]
      $0.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))")
    },
    .alreadyOnBase: of {
      $0.commit("a", "SHOP-1 Fix\n\n\(Story.picked("x"))")
      $0.story.onBase("x", "SHOP-1 Fix")
    },
    .nothingChanged: of(RuleStory(planned: "SHOP-1")) { $0.gather = { $0.documents.changesNothing = true } },
    .mergeWithChanges: of {
      $0.commit("a", "SHOP-1 Cart")
      $0.gather = { $0.range.mergeChanges = [Story.id("a"): ["Cart.swift"]] }
    },
    .submoduleMoved: of {
      $0.gather = {
        $0.documents.movedSubmodules = [MovedSubmodule(path: "lib", old: Story.id("x"), new: Story.id("y"))]
      }
    },
    .untrackedCommit: of { $0.commit("a", "Tidy up") },
    .suspiciousKey: of(RuleStory(planned: "SHOP-12")) {
      $0.story.planned = ["SHOP-12"]
      $0.commit("a", "Cart for SHOP 12")
    },
    .unresolvedRevert: of(RuleStory(planned: "SHOP-1")) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("r", "Revert \"SHOP-1 Wish list\"")
    },
    .wrongVersion: of {
      $0.manifest?.others = [ticket("SHOP-2") { $0.fixVersions = ["2.5.0"] }]
      $0.commit("a", "SHOP-2 Search")
    },
    .notReady: of(RuleStory(planned: "SHOP-1")) { $0.change("SHOP-1") { $0.status = "Open" } },
    .staleApproval: of(RuleStory(planned: "SHOP-1")) {
      $0.change("SHOP-1") { $0.statusSince = Instant(seconds: 0) }
      $0.commit("a", "SHOP-1 Cart")
    },
    .unassigned: of(RuleStory(planned: "SHOP-1")) { $0.change("SHOP-1") { $0.assignee = .empty } },
    .untriaged: of(RuleStory(planned: "SHOP-1")) { $0.change("SHOP-1") { $0.priority = .empty } },
    .versionState: of { $0.manifest?.version.isArchived = true },
    .releaseTicket: of { $0.manifest?.releaseTicket = nil },
    .baseAhead: of { $0.gather = { $0.elsewhere.baseAhead = [Story.id("x")] } },
    .unportedFix: of {
      $0.gather = { $0.elsewhere.unportedWork = [UnportedWork(branch: "next", commits: [Story.id("x")])] }
    },
    .untrustedPolicy: of { $0.gather = { $0.elsewhere.changedDocuments = [".relscope.yml"] } },
    .unsealedManifest: of { $0.gather = { $0.documents.seal = .none } },
    .brokenSeal: of { $0.gather = { $0.documents.seal = .broken(expected: "a", actual: "b") } },
    .staleManifest: of { $0.policy.manifestMaxAge = 60 },
    .scopeDrift: of {
      $0.gather = {
        guard let older = $0.documents.manifest else { return }
        var newer = older
        newer.tickets = [ticket("SHOP-1")]
        $0.documents.drift = ("frozen", ManifestDrift(from: older, to: newer))
      }
    },
    .waiverExpired: of(RuleStory(planned: "SHOP-1")) {
      $0.policy.waivers = [waiver(.missingTicket) { $0.expires = Day(number: 1) }]
    },
    .waiverUnused: of { $0.policy.waivers = [waiver(.missingTicket)] },
    .baselineUnused: of {
      $0.gather = {
        let entry = Baseline.Entry(rule: .missingTicket, ticket: key("SHOP-1"), message: "m", reason: "known")
        $0.baseline = Baseline(version: version("2.4.0"), entries: [entry])
      }
    },
    .exemptionUnused: of {
      $0.gather = {
        $0.unusedExemptions = [UnusedExemption(Exemption(author: "*bot*", reason: "r"), .past(looked: 500))]
      }
    },
    .approvalMissing: of {
      $0.policy.approvals.required = ["tech-lead"]
      $0.gather = { $0.approvals = [ApprovalReport(role: "tech-lead", state: .missing)] }
    },
    .approvalVoid: of {
      $0.policy.approvals.required = ["tech-lead"]
      $0.gather = { $0.approvals = [ApprovalReport(role: "tech-lead", state: .void)] }
    },
  ]

  private static func of(_ release: RuleStory = RuleStory(), _ change: (inout RuleStory) -> Void) -> RuleStory {
    var release = release
    change(&release)
    return release
  }
}
