import ReleaseScope
import Testing

@testable import Documents

struct PolicyFileTests {
  private func policy(_ text: String) throws -> Policy {
    try PolicyFile(parsing: text.bytes, name: ".relscope.yml").policy
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "{}", "waivers:\n  # - {rule: missing-ticket}\nbase:\n"])
  func `is the default policy when it says nothing`(text: String) throws {
    #expect(try policy(text) == Policy())
  }

  @Test func `reads every key`() throws {
    let text = """
      base: main
      release-branches: ["release/{version}", "hotfix/{version}", next]
      projects: [SHOP, PAY]
      manifest: releases/{version}.json
      statuses: {ready: ["Ready for Release", Done]}
      keys: {from: [subject, body-line, trailer, merge-branch], trailers: [Ticket, No], ignore-case: true}
      rules: {untracked-commit: warning, base-ahead: off, suspicious-key: no, untriaged: Error, unassigned: "off"}
      stages: {push: {missing-ticket: error}, merge: {base-ahead: note}}
      exempt:
        - {author: "*[bot]@users.noreply.github.com", reason: dependency updates}
        - {paths: ["docs/**"], committer: "*@ci", subject: "chore*", reason: documentation only}
      waivers:
        - {rule: missing-ticket, ticket: SHOP-104, reason: changed in the admin panel, approver: lead@example.com, expires: 2026-12-01}
        - {rule: untracked-commit, commit: 1234567, reason: r, approver: a, expires: "2026-12-01"}
        - {rule: untracked-commit, commit: 12E4567, path: "docs/**", reason: r, approver: a, expires: 2026-12-01}
      approvals:
        required: [tech-lead, release-developer]
        roles: {tech-lead: [lead@example.com], release-developer: [dev@example.com, dev2@example.com]}
        void-on: [head, scope, manifest]
        separate: false
        author-may: [tech-lead]
        rsa-bits: 2048
        require-pin: true
      triage: {"*": [priority], Bug: [Steps to Reproduce]}
      manifest-max-age: 36h
      since: "v{previous}"
      frozen-at: scope/{version}
      repository: web
      jira: {release-ticket: 'issuetype = Release AND fixVersion = {version}'}
      """
    var expected = Policy()
    expected.base = "main"
    expected.releaseTicketQuery = "issuetype = Release AND fixVersion = {version}"
    expected.releaseBranches = ["release/{version}", "hotfix/{version}", "next"].map { BranchPattern($0) }
    expected.projects = [try ProjectKey(parsing: "SHOP"), try ProjectKey(parsing: "PAY")]
    expected.manifest = try VersionTemplate(parsing: "releases/{version}.json")
    expected.readyStatuses = ["Ready for Release", "Done"]
    expected.keys.places = [.subject, .bodyLine, .trailer, .mergeBranch]
    expected.keys.trailers = ["Ticket", "No"]
    expected.keys.ignoresCase = true
    expected.severities = [
      .untrackedCommit: .warning, .baseAhead: .off, .suspiciousKey: .off, .untriaged: .error, .unassigned: .off,
    ]
    expected.stages = [.push: [.missingTicket: .error], .merge: [.baseAhead: .note]]
    expected.exemptions = [
      Exemption(author: "*[bot]@users.noreply.github.com", reason: "dependency updates"),
      Exemption(committer: "*@ci", subject: "chore*", paths: ["docs/**"], reason: "documentation only"),
    ]
    let day = try #require(Day(parsing: "2026-12-01"))
    expected.waivers = [
      Waiver(
        rule: .missingTicket, ticket: try TicketKey(parsing: "SHOP-104"), reason: "changed in the admin panel",
        approver: "lead@example.com", expires: day),
      Waiver(rule: .untrackedCommit, commit: "1234567", reason: "r", approver: "a", expires: day),
      Waiver(rule: .untrackedCommit, commit: "12e4567", path: "docs/**", reason: "r", approver: "a", expires: day),
    ]
    expected.approvals.required = ["tech-lead", "release-developer"]
    expected.approvals.roles = [
      "tech-lead": ["lead@example.com"], "release-developer": ["dev@example.com", "dev2@example.com"],
    ]
    expected.approvals.voidOn = [.head, .scope, .manifest]
    expected.approvals.isSeparate = false
    expected.approvals.authorMay = ["tech-lead"]
    expected.approvals.keys.rsaBits = 2048
    expected.approvals.keys.pin = true
    expected.triage = ["*": ["priority"], "Bug": ["Steps to Reproduce"]]
    expected.manifestMaxAge = 36 * 3600
    expected.since = try VersionTemplate(parsing: "v{previous}", placeholder: .previous)
    expected.frozenAt = try VersionTemplate(parsing: "scope/{version}")
    expected.repository = "web"
    #expect(try policy(text) == expected)
  }

  @Test(arguments: [("36h", 129_600), ("3d", 259_200), ("90m", 5400)] as [(String, Int64)])
  func `reads ages in minutes, hours and days`(age: String, seconds: Int64) throws {
    #expect(try policy("manifest-max-age: \(age)").manifestMaxAge == seconds)
  }

  @Test(arguments: [
    ("base: main\nrelease-branchs: [x]", "2: unknown key 'release-branchs'", "did you mean 'release-branches'?"),
    ("releaseBranches: [x]", "1: unknown key 'releaseBranches'", "did you mean 'release-branches'?"),
    ("rules:\n  untracked-comit: off", "2: unknown rule 'untracked-comit'", "did you mean 'untracked-commit'?"),
    ("rules: {base-ahead: eror}", "1: unknown severity 'eror'", "did you mean 'error'?"),
    ("rules: {base-ahead: 1}", "1: unknown severity '1'", "use one of: error, warning, note, off"),
    ("rules: {base-ahead: yes}", "1: unknown severity 'yes'", "use one of: error, warning, note, off"),
    (
      "keys: {from: [subject,\n  body]}", "2: unknown place 'body'",
      "use one of: subject, body-line, trailer, merge-branch, note"
    ),
    ("keys: {from: [body_lines]}", "1: unknown place 'body_lines'", "did you mean 'body-line'?"),
    ("keys: {trailer: [x]}", "1: unknown key 'trailer'", "did you mean 'trailers'?"),
    ("stages: {pushes: {}}", "1: unknown stage 'pushes'", "did you mean 'push'?"),
    ("statuses: {redy: []}", "1: unknown key 'redy'", "did you mean 'ready'?"),
    ("approvals: {require: []}", "1: unknown key 'require'", "did you mean 'required'?"),
    (
      "approvals: {required: [lead]}", "1: nobody fills the role 'lead'",
      "say who does: roles: {lead: [lead@example.com]}"
    ),
    ("approvals: {roles: {lead: []}}", "1: nobody fills the role 'lead'", "list e-mail addresses"),
    (
      "approvals: {required: [a, a], roles: {a: [x]}}", "1: the role 'a' is there twice",
      "name another role, and who fills it"
    ),
    (
      "approvals: {void-on: [scope]}", "1: 'void-on' without 'head' would let one approval stand for every commit",
      "add head"
    ),
    ("approvals: {void-on: [tree]}", "1: unknown binding 'tree'", "use one of: head, scope, manifest, policy, base"),
    (
      "approvals: {author-may: [leed], roles: {lead: [x]}}", "1: unknown role 'leed'", "did you mean 'lead'?"
    ),
    ("approvals: {rsa-bits: 1024}", "1: 'rsa-bits' is no size from 2048 to 16384", "write it as 3072"),
    ("exempt:\n- {autor: x, reason: y}", "2: unknown key 'autor'", "did you mean 'author'?"),
    ("waivers:\n- {rul: x}", "2: unknown key 'rul'", "did you mean 'rule'?"),
    (
      "zebra: 1", "1: unknown key 'zebra'",
      "use one of: base, release-branches, projects, manifest, statuses, keys, rules, stages, exempt, waivers, approvals, triage, manifest-max-age, since, frozen-at, baseline, repository, hooks, links, jira, forge, production, qa, mail, notes"
    ),
  ])
  func `proposes the right spelling of an unknown word`(text: String, message: String, help: String) throws {
    let error = try #require(throws: DocumentError.self) { try policy(text) }
    #expect(error.problem == Problem(.badConfiguration, ".relscope.yml:\(message)", help: help))
  }

  private static let waiver = "rule: missing-ticket, ticket: A1-1, reason: r, approver: a, expires: 2026-12-01"

  @Test(arguments: [
    ("- x", "1: expected an object for 'policy', found a list"),
    ("base: [main]", "1: expected a string for 'base', found a list"),
    ("base: ' '", "1: 'base' is blank"),
    ("manifest: 'releases/{versoin}.json'", "1: 'manifest' has an unknown placeholder '{versoin}'"),
    ("since: 'v{version}'", "1: 'since' has an unknown placeholder '{version}'"),
    ("production: {tag: 'v{tag}'}", "1: 'tag' has an unknown placeholder '{tag}'"),
    ("projects: SHOP", "1: expected a list for 'projects', found a string"),
    ("projects: [SHOP,\n shop]", "2: 'shop' is not a project key (a capital letter, then capitals, digits or '_')"),
    ("release-branches: ['{version}/{version}']", "1: '{version}/{version}' has more than one {version}"),
    ("rules: off", "1: expected an object for 'rules', found a string"),
    ("keys: {ignore-case: 1}", "1: expected true or false for 'ignore-case', found a number"),
    ("manifest-max-age: 36", "1: '36' is no time for 'manifest-max-age'"),
    ("manifest-max-age: h", "1: 'h' is no time for 'manifest-max-age'"),
    ("manifest-max-age: -3d", "1: '-3d' is no time for 'manifest-max-age'"),
    ("manifest-max-age: 0h", "1: '0h' is no time for 'manifest-max-age'"),
    ("manifest-max-age: 99999999999999999999d", "1: '99999999999999999999d' is no time for 'manifest-max-age'"),
    ("exempt:\n\n- {author: x}", "3: an exemption without 'reason'"),
    ("exempt:\n- {reason: x}", "2: an exemption without a condition would exempt every commit"),
    ("exempt:\n- {paths: [], reason: x}", "2: an exemption without a condition would exempt every commit"),
    ("exempt:\n- {author: '', reason: x}", "2: 'author' is blank"),
    ("base: x\nbase: y", "2: duplicate key 'base' (first on line 1)"),
    ("waivers:\n- {reason: r}", "2: a waiver without 'rule'"),
    ("waivers:\n- {\(waiver.replacing("reason: r, ", with: ""))}", "2: a waiver without 'reason'"),
    ("waivers:\n- {\(waiver.replacing("approver: a, ", with: ""))}", "2: a waiver without 'approver'"),
    ("waivers:\n- {\(waiver.replacing(", expires: 2026-12-01", with: ""))}", "2: a waiver without 'expires'"),
    ("waivers:\n- {\(waiver.replacing("ticket: A1-1, ", with: ""))}", "2: a waiver that covers nothing"),
    ("waivers:\n- {\(waiver.replacing("A1-1", with: "a1"))}", "2: 'a1' is not a ticket key (such as SHOP-12)"),
    ("waivers:\n- {\(waiver.replacing("12-01", with: "02-30"))}", "2: '2026-02-30' is not a day for 'expires'"),
    (
      "waivers:\n- {\(waiver.replacing("ticket: A1-1", with: "commit: abc"))}",
      "2: 'abc' is not a commit id of 7 to 40 hexadecimal digits"
    ),
    (
      "waivers:\n- {\(waiver.replacing("ticket: A1-1", with: "commit: main-branch"))}",
      "2: 'main-branch' is not a commit id of 7 to 40 hexadecimal digits"
    ),
    ("waivers:\n- {\(waiver.replacing("reason: r", with: "reason: ''"))}", "2: 'reason' is blank"),
  ])
  func `names the line of what is wrong`(text: String, message: String) {
    let result = failure { try policy(text) }
    #expect(result == ".relscope.yml:\(message)")
  }

  @Test func `gives the digest of the bytes`() throws {
    // printf 'base: main\n' | sha256sum
    let digest = try PolicyFile(parsing: "base: main\n".bytes, name: "x").digest
    #expect(digest == "sha256:95faa7924faa43ac2b7721d7a4e1567be71f34cae0497b9863ea39ae0eae7695")
  }

  @Test func `is what the template writes`() throws {
    var proposal = PolicyProposal(
      base: .seen("main", "the main branch here"),
      releaseBranches: [
        .seen(BranchPattern("release/{version}"), "12 branches"),
        .guessed(BranchPattern("it's \"odd\": #1"), "a line\nthat breaks"),
      ],
      projects: [
        .seen(try ProjectKey(parsing: "SHOP"), "120 commits"), .seen(try ProjectKey(parsing: "NO"), "1 commit"),
      ],
      manifest: .seen("manifests/{version}.json", "1 manifest"),
      readyStatuses: .seen(["Ready: #1", "Done"], "7 tickets"))
    proposal.doubtfulProjects = [.guessed(try ProjectKey(parsing: "SHPO"), "2 commits: a slip of SHOP?")]
    proposal.since = .guessed("v{previous}", "versions are tags")
    proposal.tag = .seen(BranchPattern("v{version}"), "3 tags")
    proposal.trailers = [.seen("Story", "3 commits")]
    proposal.otherStatuses = ["In Test"]
    proposal.ticketLink = .seen("https://jira.example.com/browse/{key}", "in 2 messages")
    proposal.exemptions = [
      .seen(Exemption(author: "*[bot]@example.com", reason: "updates"), "2 commits"),
      .guessed(Exemption(subject: "Bump \"*\"", reason: "version: numbers"), "2 commits"),
    ]
    let text = PolicyTemplate(proposal).text
    var expected = Policy()
    expected.base = "main"
    expected.releaseBranches = proposal.releaseBranches.map(\.value)
    expected.projects = proposal.projects.map(\.value)
    expected.manifest = try VersionTemplate(parsing: "manifests/{version}.json")
    expected.readyStatuses = ["Ready: #1", "Done"]
    expected.since = try VersionTemplate(parsing: "v{previous}", placeholder: .previous)
    expected.keys.trailers = ["Story"]
    expected.links.ticket = try LinkTemplate(parsing: "https://jira.example.com/browse/{key}", placeholder: "key")
    expected.exemptions = [Exemption(author: "*[bot]@example.com", reason: "updates")]
    #expect(try policy(text) == expected)
    #expect(
      text.contains("  - SHOP  # seen: 120 commits\n  - NO  # seen: 1 commit\n  # - SHPO  # 2 commits: a slip of SHOP?")
    )
    // Switched on, what is only shown is right as well.
    let shown = text.replacing("#   - {subject", with: "  - {subject").replacing("# production", with: "production")
    #expect(try policy(shown).exemptions.map(\.subject) == [nil, "Bump \"*\""])
    #expect(try policy(shown).production == .tag(try VersionTemplate(parsing: "v{version}")))
  }

  @Test func `is what the template writes when its examples are switched on`() throws {
    let template = PolicyTemplate(PolicyProposal(base: .seen("main", ""), releaseBranches: []))
    let examples = [
      "projects", "rules", "exempt", "waivers", "hooks", "  pre-push", "  commit-msg", "  -", "     approver",
    ]
    let text = template.text.split(separator: "\n").map { line in
      examples.contains { line.hasPrefix("# \($0)") } ? String(line.dropFirst(2)) : String(line)
    }
    let result = try policy(text.joined(separator: "\n"))
    #expect(result.projects.map(\.text) == ["SHOP"])
    #expect(result.severities == [.untrackedCommit: .warning])
    #expect(result.exemptions.count == 2)
    #expect(result.waivers.map(\.approver) == ["lead@example.com"])
    #expect(result.approvals.required.isEmpty)
    #expect(result.hooks.onMissingKey == .add)
  }

  @Test func `reads where tickets and commits can be looked at`() throws {
    let text = "links:\n  ticket: https://jira.example.com/browse/{key}\n  commit: https://git.example.com/c/{id}\n"
    let links = try PolicyFile(parsing: Array(text.utf8), name: ".relscope.yml").policy.links
    #expect(links.ticket?.text == "https://jira.example.com/browse/{key}")
    #expect(links.commit?.text == "https://git.example.com/c/{id}")
  }

  @Test(arguments: [
    ("ticket: javascript:alert({key})", "begins with neither https:// nor http://"),
    ("ticket: https://jira.example.com/browse/", "does not have {key} once"),
    ("commit: https://git.example.com/<b>/{id}", "has a character that an address cannot have"),
  ])
  func `refuses a link that is no address`(line: String, message: String) throws {
    let error = #expect(throws: DocumentError.self) {
      try PolicyFile(parsing: Array("links:\n  \(line)\n".utf8), name: ".relscope.yml")
    }
    #expect(error?.problem.message.contains(message) == true)
    #expect(error?.problem.message.contains(".relscope.yml:2") == true)
  }
}
