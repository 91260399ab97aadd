import ArgumentParser
import Console
import Documents
import Gate
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports
import ScopeCheck

/// Where the hooks of a repository are.
struct HooksOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(
    help: ArgumentHelp("The branch that is gated (default: the policy's base, else the main one).", valueName: "branch")
  )
  var base: String?

  func repository() throws -> Repository { try Repository(opening: repo) }

  func hooksPath(in repository: Repository) throws -> HooksPath {
    HooksPath(
      configured: try configuredPath(in: repository), gitDirectory: repository.directory,
      commonDirectory: repository.commonDirectory, workTree: repository.workTree)
  }

  /// The value of `core.hooksPath`, as git itself reads it. Hooks in another folder would gate nothing, and say
  /// nothing.
  private func configuredPath(in repository: Repository) throws -> String? {
    let answer = GitProgram.run(["config", "--null", "--type=path", "--get", "core.hooksPath"], in: repo)
    switch answer?.status {
    case 0: return answer.map { String($0.text.prefix { $0 != "\0" }) }
    case 1: return nil
    default: return try repository.configurationPath("core.hooksPath")
    }
  }

  /// The hook files of a repository.
  ///
  /// - Parameters:
  ///   - repository: An open one.
  ///   - program: What the hooks start; `nil` for the program that runs.
  ///   - isTolerant: Whether a policy that cannot be read is no error, so that the branch is guessed without it.
  /// - Returns: The folder where git looks for them.
  /// - Throws: An ``ExplainedError`` if the configuration or the policy cannot be read.
  func folder(in repository: Repository, program: String? = nil, isTolerant: Bool = false) throws -> HookFolder {
    let hooksPath = try hooksPath(in: repository)
    // A file that may be committed works on other machines too when it finds the program by its name.
    let mayBeCommitted = hooksPath.owner == .workTree && !hooksPath.isHusky
    let path = try program ?? (mayBeCommitted ? nil : RunningProgram.path())
    let branch = isTolerant ? try? baseBranch(of: repository) : try baseBranch(of: repository)
    return HookFolder(at: hooksPath, workTree: repository.workTree, program: path, base: branch ?? "main")
  }

  /// The short name of the branch that releases merge into, as far as the repository shows it.
  func baseBranch(of repository: Repository) throws -> String {
    if let base { return base }
    let head = try repository.currentBranch()
    if repository.workTree == nil { return try serverBase(of: repository) }
    var choice = RevisionChoice(repository)
    guard let usual = try? choice.base(named: nil, policy: nil) else {
      // A clone of one branch: that one is hardly the base, but its policy names it.
      let tip = try head.flatMap { try repository.commit(ofReference: .branch($0)) }
      return try tip.flatMap { try policyBase(at: $0, in: repository) } ?? head ?? "main"
    }
    return try policyBase(at: usual.id, in: repository) ?? choice.shortName(usual.name)
  }

  /// - Throws: ``Problem`` of kind `missing` where there are branches, and none is known to be the base: a hook would
  ///   have nothing to judge by.
  private func serverBase(of repository: Repository) throws -> String {
    let gate = try ReleaseGate(repository, now: .now)
    if gate.base == nil, try !repository.references(.branch).isEmpty {
      let branch = gate.baseBranch
      throw Problem(
        .missing, "nobody knows which branch is the base: there is no '\(branch)' here",
        help: "run: git symbolic-ref HEAD refs/heads/<base>; or name it in the policy on it: 'base:' in .relscope.yml")
    }
    if let problem = gate.problem { throw problem }
    return gate.baseBranch
  }

  private func policyBase(at commit: ObjectID, in repository: Repository) throws -> String? {
    let name = CheckRequest.policyPath
    let trusted = try repository.file(name, in: commit)?.bytes
    guard let bytes = try trusted ?? repository.workTreeFile(name) else { return nil }
    return try PolicyFile(parsing: bytes, name: name).policy.base
  }

  /// - Throws: ``Problem`` of kind `usage` for a hook that there is none of.
  static func names(_ asked: [String]) throws -> [HookName] {
    var names: [HookName] = []
    for text in asked {
      guard let name = HookName(rawValue: text) else {
        throw Problem(
          .usage, "there is no hook '\(text)'",
          help: nearestName(to: text, among: HookName.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
            ?? "use \(HookName.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
