import Console
import Platform
import ReleaseScope

/// Looks at the program with the network, and has it ask Jira.
struct RemoteVisit {
  let isOnline: Bool

  func look() throws(Problem) -> [Diagnosis] {
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
