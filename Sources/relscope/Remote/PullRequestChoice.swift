import Console
import Gate
import Git
import Platform
import ReleaseScope
import ScopeCheck

/// Which pull request is meant: the remote of the repository, and the two branches by their names there.
struct PullRequestChoice {
  /// Without a user, who may have a password.
  let remote: String
  let head: String
  let base: String
  let forge: ForgePolicy?

  /// - Parameters:
  ///   - remote: The name of a remote; `nil` for the one that the base is of.
  ///   - head: The release as the caller, the CI service or the report names it; `nil` for HEAD.
  ///   - base: The same of the base; `nil` for the usual one.
  /// - Throws: An ``ExplainedError`` if there is no remote, or no branch is known.
  init(in repository: Repository, remote: String?, head: String?, base: String?) throws {
    let gate = try ReleaseGate(repository, now: .now)
    if let problem = gate.problem { throw problem }
    let choice = RevisionChoice(repository)
    self.base = try base.map { try choice.shortName($0) } ?? gate.baseBranch
    self.head = try Self.branch(head, repository, gate.policy, choice)
    let place = repository.workTree ?? repository.directory
    let known = try repository.remoteNames()
    let usual = try Self.remote(of: base ?? gate.base?.name ?? "", self.base, place, known, choice)
    let name = remote ?? usual
    // Without an address, the policy speaks of the host that it comes from, and of no other: a token would go there.
    forge = gate.policy.forge.flatMap { $0.url == nil && name != usual ? nil : $0 }
    guard let name, known.contains(name) else {
      throw Problem(
        .missing, name.map { "there is no remote '\($0)'" } ?? "nobody says which remote has the pull request",
        help: known.isEmpty
          ? "run: git remote add origin URL" : "name it with --remote: \(known.joined(separator: ", "))")
    }
    // git itself applies what the configuration puts in place of an address.
    guard let answer = GitProgram.run(["remote", "get-url", "--", name], in: place), answer.status == 0,
      let line = answer.text.split(separator: "\n").first
    else { throw Problem(.missing, "cannot read the address of remote '\(name)'", help: "run: git remote -v") }
    guard let address = RemoteAddress(String(line)) else {
      throw Problem(
        .badConfiguration, "the address of remote '\(name)' can be read in more than one way, and may hold a password",
        help: "write it without a user: git remote set-url \(name) https://git.example.com/acme/web.git")
    }
    self.remote = address.text
  }

  /// The remote that has the base: the one that its name begins with, or that the local branch tracks.
  private static func remote(
    of base: String, _ branch: String, _ place: String, _ known: [String], _ choice: RevisionChoice<Repository>
  ) throws -> String? {
    if let named = known.first(where: { base.hasPrefix("\($0)/") || RefName(base).branch(of: $0) != nil }) {
      return named
    }
    if let answer = GitProgram.run(["config", "branch.\(branch).remote"], in: place), answer.status == 0,
      let tracked = answer.text.split(separator: "\n").first.map(String.init), known.contains(tracked)
    {
      return tracked
    }
    return try choice.usualRemote()
  }

  private static func branch(
    _ named: String?, _ repository: Repository, _ policy: Policy, _ choice: RevisionChoice<Repository>
  ) throws -> String {
    let isName = named.map { name in
      name != "HEAD" && ObjectID(name) == nil && !name.contains { "^~:".contains($0) } && !name.contains("@{")
    }
    if let named, isName == true { return try choice.shortName(named) }
    if named == nil || named == "HEAD", let current = try repository.currentBranch() { return current }
    let id = try repository.resolve(named ?? "HEAD", as: "release")
    let here = try repository.branches().filter { $0.id == id }.map { try choice.shortName($0.name) }
    let releases = Set(here.filter { name in policy.releaseBranches.contains { $0.version(in: name) != nil } })
    guard let only = releases.first, releases.count == 1 else {
      throw Problem(
        .usage, "cannot tell which branch the pull request brings",
        help: "name it: relscope pull-request show --release release/2.4.0")
    }
    return only
  }

  /// Whether the remote is a folder, and on no forge.
  var isFolder: Bool { remote.hasPrefix("/") || remote.hasPrefix(".") || remote.hasPrefix("file:") }

  /// For the program with the network.
  var arguments: [String] {
    ["--remote=\(remote)", "--head=\(head)", "--base=\(base)"]
      + [forge.map { "--forge=\($0.kind.rawValue)" }, (forge?.url).map { "--forge-url=\($0)" }].compactMap(\.self)
  }
}
