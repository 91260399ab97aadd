import Console
import Documents
import Gate
import Git
import Platform
import ReleaseProcess
import ReleaseScope

/// What Jira and the forge are asked about the steps of a release.
struct EvidenceQuestion {
  private let version: VersionName
  private let repository: Repository
  private let gate: ReleaseGate<Repository>
  private let policy: Policy
  private let base: String?

  init(of version: VersionName, in repository: Repository, base: String?) throws {
    self.version = version
    self.repository = repository
    self.base = base
    gate = try ReleaseGate(repository, now: .now)
    policy = try gate.nearestPolicy()
  }

  /// - Parameter path: The file that the answer goes to; what people recorded there stays. `nil` to keep nothing.
  func ask(keepingIn path: String?) throws -> EvidenceFile {
    try ProcessPrivacy.begin()
    let recorded = try path.flatMap { path in
      File.exists(path) ? try EvidenceFile.read(path, of: version).evidence.messages : nil
    }
    let forge = try forgeArguments()
    let asksJira = Environment.variable("RELSCOPE_JIRA_URL") != nil || forge.isEmpty
    let (bytes, status) = try RemoteProgram.fetch(
      .evidence, ["--version=\(version)"] + forge + (asksJira ? try jiraArguments() : ["--no-jira"]),
      keys: asksJira ? try gate.plannedKeys(of: version) : nil)
    guard var answer = bytes else {
      // The program has said why.
      throw Problem(
        Problem.Kind.allCases.first { ExitStatus($0) == status } ?? .internal, "nobody told of '\(version)'",
        help: "without --fetch, git and the manifest alone are read")
    }
    if !asksJira { try remark("Jira was not asked: RELSCOPE_JIRA_URL is not set") }
    let name = "the answer of \(RemoteProgram.name)"
    if let recorded {
      var evidence = try EvidenceFile(parsing: answer, name: name).evidence
      evidence.messages = recorded
      answer = Array(EvidenceFile.text(of: evidence).utf8)
    }
    let file = try EvidenceFile(parsing: answer, name: name)
    if let path { try AtomicFile.write(answer, to: path) }
    return file
  }

  private func jiraArguments() throws(Problem) -> [String] {
    guard !policy.projects.isEmpty else {
      throw Problem(
        .badConfiguration, "nobody says which projects the release is of",
        help: "set 'projects:' in .relscope.yml: projects: [SHOP]")
    }
    let query = policy.releaseTicketQuery.map { "--release-ticket-query=\($0)" }
    return policy.projects.map { "--project=\($0)" } + [query].compactMap(\.self)
  }

  /// - Returns: None where there is no remote, one that is a folder, or none that is known to have pull requests,
  ///   which is said.
  private func forgeArguments() throws -> [String] {
    let heads = policy.releaseBranches.compactMap { $0.branch(of: version.text) }
    guard let head = heads.first, try !repository.remoteNames().isEmpty else { return [] }
    let request: PullRequestChoice
    do {
      request = try PullRequestChoice(in: repository, remote: nil, head: head, base: base)
    } catch let error as any ExplainedError where error.problem.kind == .missing {
      try remark("the forge was not asked: \(error.problem.message)")
      return []
    }
    guard !request.isFolder else { return [] }
    let environment: String? = if case .environment(let name) = policy.production { name } else { nil }
    return request.arguments + heads.dropFirst().map { "--head=\($0)" }
      + [environment.map { "--environment=\($0)" }].compactMap(\.self)
  }
}
