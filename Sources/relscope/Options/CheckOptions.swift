import ArgumentParser
import Console
import Documents
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

/// What `check`, `diff` and `why` have in common: which release, against which documents.
struct CheckOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The release branch, or base..release; in place of --base and --release.", valueName: "range"),
    completion: .revisions)
  var range: String?

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(
    help: ArgumentHelp("The branch that the release merges into (default: the policy's, else main).", valueName: "rev"),
    completion: .revisions)
  var base: String?

  @Option(
    help: ArgumentHelp("The release branch, or any revision (default: HEAD).", valueName: "rev"), completion: .revisions
  )
  var release: String?

  @Option(
    help: ArgumentHelp("The release version (default: from the branch's name).", valueName: "name"),
    completion: .versions)
  var version: String?

  @Option(
    help: ArgumentHelp(
      "The merge that brought an earlier release in (default: all that name its branch).", valueName: "rev"))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "Where the range begins, if not at the base: the tag of the version before, or v{previous}.", valueName: "rev"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The manifest: a path in the repository, REV:PATH, or a file elsewhere (- for standard input).", valueName: "file"
    ))
  var manifest: String?

  @Option(help: ArgumentHelp("The policy, in the same ways (default: .relscope.yml).", valueName: "file"))
  var policy: String?

  @Option(help: ArgumentHelp("Whose policy and manifest count: base, release or worktree.", valueName: "place"))
  var trust: Trust?

  @Option(help: ArgumentHelp("The ticket projects, in place of the policy's.", valueName: "A,B"))
  var projects: String?

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("A rule's severity: unplanned-ticket=warning. Repeatable.", valueName: "rule=severity"),
    completion: .ruleSeverities)
  var rules: [String] = []

  @Option(
    help: ArgumentHelp("What is judged: push (only what should not be there fails) or merge.", valueName: "stage"))
  var stage: Stage = .merge

  func repository() throws -> Repository { try Repository(opening: repo) }

  func request(in repository: Repository) throws -> CheckRequest {
    var request = CheckRequest(now: .now)
    (request.base, request.release) = try sides()
    request.version = try version.map { try VersionName(asked: $0) }
    request.merge = merge
    request.since = since
    request.trust = trust ?? .base
    request.stage = stage
    request.projects = try Self.projects(projects)
    for rule in rules {
      let (id, severity) = try RuleOption.parse(rule)
      request.severities[id] = severity
    }
    let choice = DocumentChoice.Parser(repository: repository)
    request.manifest = try choice.parse(manifest)
    request.policy = try choice.parse(policy)
    return request
  }

  /// - Throws: ``Problem`` of kind `usage` where the range and an option both say it.
  func sides() throws -> (base: String?, release: String?) {
    guard let range = try range.map(RevisionRange.init(parsing:)) else { return (base, release) }
    if range.base != nil, base != nil {
      throw Problem(.usage, "the range and --base each name the base", help: "leave one of them out")
    }
    if range.release != nil, release != nil {
      throw Problem(.usage, "the range and --release each name the release", help: "leave one of them out")
    }
    return (range.base ?? base, range.release ?? release)
  }

  /// The first option that only a check can follow, as it is written.
  var ofCheckAlone: String? {
    let given: [(String, Bool)] = [
      ("--merge", merge != nil), ("--since", since != nil), ("--manifest", manifest != nil),
      ("--policy", policy != nil),
      ("--trust", trust != nil), ("--projects", projects != nil), ("--rule", !rules.isEmpty),
      ("--stage", stage != .merge),
    ]
    return given.first { $0.1 }?.0
  }

  /// What a CI service says; `nil` outside of one, and when the caller says what to look at.
  func environment() throws -> CIEnvironment? {
    guard repo == nil, range == nil, base == nil, release == nil, merge == nil else { return nil }
    return try .ofJob
  }

  /// The projects of `SHOP,PAY`.
  static func projects(_ list: String?) throws -> [ProjectKey]? {
    try list?.split(separator: ",").map { text in
      do throws(TicketKeyError) {
        return try ProjectKey(parsing: text.trimmingBlanks)
      } catch {
        let meant = try? ProjectKey(parsing: text.trimmingBlanks.uppercased())
        throw Problem(.usage, error.message, help: meant.map { "did you mean '\($0)'?" })
      }
    }
  }
}

extension Trust: ExpressibleByArgument {}

extension Stage: ExpressibleByArgument {}

extension Substring {
  var trimmingBlanks: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
