import HTTP
import Platform

/// git, asked for what its credential helpers know, where nobody may be there to be asked.
struct HelperGit {
  let isSilent: Bool
  let limit: TimeLimit

  var isOverdue: Bool { limit.left() <= .zero }

  /// - Returns: What git wrote; `nil` if it failed, or took too long.
  func run(_ arguments: [String], _ input: String) -> String? {
    let quiet = Environment.all.merging(["GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS": ""]) { $1 }
    guard
      let answer = ChildProcess.run(
        "git", arguments, input: Array(input.utf8), environment: quiet, isSilent: isSilent, limit: limit.left()),
      answer.status == 0
    else { return nil }
    return answer.text
  }
}
