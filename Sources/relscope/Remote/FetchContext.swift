import Console
import Gate
import Git
import ReleaseScope
import Reports
import ScopeCheck

/// What a fetch goes by: a repository with its policy, or neither outside of one.
struct FetchContext {
  private let repository: Repository?
  /// The base's; the work tree's if the base has none; the default one outside of a repository.
  let policy: Policy

  /// - Throws: An ``ExplainedError`` if the policy is wrong, or there is no repository where one is needed.
  init(repo: String?, needsRepository: Bool) throws {
    repository = try Self.repository(repo, isNeeded: needsRepository)
    policy = try repository.map { try ReleaseGate($0, now: .now).nearestPolicy() } ?? Policy()
  }

  private static func repository(_ path: String?, isNeeded: Bool) throws -> Repository? {
    do {
      return try Repository(opening: path)
    } catch let error as any ExplainedError {
      guard error.problem.kind == .missing, path == nil, !isNeeded else { throw error }
      return nil
    }
  }

  /// Where the manifest goes, checked before anything is fetched.
  ///
  /// - Parameter output: What the caller said; `nil` for the policy's place in the work tree.
  func target(_ output: String?, version: VersionName) throws -> FetchTarget {
    if output == "-" { return FetchTarget(path: nil) }
    if let output { return try FetchTarget(checking: output) }
    guard let top = repository?.workTree, let template = policy.manifest else {
      throw Problem(
        .usage, "nobody says where the manifest goes",
        help: "add -o FILE (- for standard output), or set 'manifest:' in .relscope.yml")
    }
    // A version's name is any text; as a part of a path it must stay in its folder.
    let isPathPart =
      !version.text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") } && !version.text.hasPrefix(".")
    guard isPathPart || template.isFixed else {
      throw Problem(
        .usage, "'\(template)' makes no file name with version '\(version)'",
        help: "say where the manifest goes: -o FILE")
    }
    return try FetchTarget(checking: top + template.filled(with: version))
  }

  /// The keys that the commits of a range name, of the given projects.
  ///
  /// - Parameter range: `base..release`; either side may be left out, for the usual one.
  func keys(in range: String, version: VersionName, projects: [ProjectKey]) throws -> [TicketKey] {
    let sides = try RevisionRange(parsing: range)
    guard range.splitOnce("..") != nil else {
      throw Problem(.usage, "'\(range)' is no range", help: "write it as main..release/\(version)")
    }
    guard let repository else {
      throw Problem(
        .usage, "there is no repository whose '\(range)' could be read", help: "be in a clone, or name one with --repo")
    }
    var request = CheckRequest(now: .now)
    request.base = sides.base
    request.release = sides.release
    request.version = version
    request.projects = projects
    request.fallsBackToWorkTree = true
    request.manifest = nil
    let report = try ScopeCheck(repository, request).run()
    for part in report.incomplete where part.reason != .noManifest {
      try Output.standardError.write(
        "relscope: not every commit is seen: \(TerminalText.detected.cleaned(part.message))\n")
    }
    return report.tickets.filter { !$0.evidence.isEmpty || !$0.mentions.isEmpty }.map(\.key)
  }
}
