import Console
import Git
import Platform
import ReleaseScope

/// Looks at the program with the network, and has it ask Jira and the forge.
struct RemoteVisit {
  let repository: Repository
  let isOnline: Bool

  func look() throws -> [Diagnosis] { try lookAtJira() + lookAtForge() }

  private func lookAtForge() throws -> [Diagnosis] {
    guard try RemoteProgram.path() != nil, try !repository.remoteNames().isEmpty else { return [] }
    let request: PullRequestChoice
    do {
      request = try PullRequestChoice(in: repository, remote: nil, head: nil, base: nil)
    } catch let error as any ExplainedError {
      return [.open("forge", error.problem.message)]
    }
    guard isOnline else { return [.good("forge", "\(request.remote), not asked: add --online")] }
    // What it says on standard error is why, where it fails.
    let (_, status) = try RemoteProgram.run(["pull-request", "show"] + request.arguments)
    return switch status {
    case .pass: [.good("forge", "\(request.remote) answers, and has a pull request of '\(request.head)'")]
    case .missing: [.open("forge", "\(request.remote) shows no open pull request of '\(request.head)'")]
    default:
      [.wrong("forge", "\(request.remote) gives nothing (status \(status.rawValue))", "see docs/pull-request.md")]
    }
  }

  private func lookAtJira() throws(Problem) -> [Diagnosis] {
    guard let path = try RemoteProgram.path() else {
      return [
        .open("jira", "'\(RemoteProgram.name)' is not beside relscope: nothing can be fetched", "install both programs")
      ]
    }
    guard let address = Environment.variable("RELSCOPE_JIRA_URL") else {
      return [.open("jira", "RELSCOPE_JIRA_URL does not say where it is: nothing is fetched from here")]
    }
    guard isOnline else { return [.good("jira", "\(address), not asked: add --online")] }
    guard let answer = ChildProcess.run(path, ["access"], input: []) else {
      throw Problem(.internal, "cannot run '\(path)'")
    }
    guard answer.status == 0 else {
      // The program has said why.
      return [.wrong("jira", "\(address) gives nothing (status \(answer.status))")]
    }
    return [.good("jira", answer.text.split(separator: "\n").first.map(String.init) ?? address)]
  }
}
