import Fuzzing
import ReleaseScope

/// Who makes one commit of a branch.
enum SquashForm: CaseIterable {
  case git
  case gitHub
  case gitHubPlain
  case gitLab
  case bitbucketCloud
  case bitbucketServer
  case azure

  /// Whether the message has the subject of each commit, and the ids.
  var lists: (subjects: Bool, ids: Bool) {
    switch self {
    case .git, .bitbucketServer: (true, true)
    case .gitHub, .bitbucketCloud, .azure: (true, false)
    case .gitHubPlain, .gitLab: (false, false)
    }
  }

  /// - Parameter isListing: Whether only those will do that list subjects.
  static func draw(_ mode: HistoryMode, isListing: Bool, _ random: inout RandomNumbers) -> SquashForm {
    let forms = allCases.filter { $0.lists.subjects || !isListing }
    return mode == .git ? .git : forms[Int.random(in: forms.indices, using: &random)]
  }

  /// - Parameters:
  ///   - commits: Oldest first.
  ///   - request: The number of the pull request; only git has none.
  func message(_ branch: Branch, _ commits: [Node], _ request: Int?) -> String {
    let number = request.map { "\($0)" } ?? ""
    switch self {
    case .git:
      // As `git merge --squash` leaves it, newest first, below a subject of the developer's.
      let parts = commits.reversed().map { node in
        "commit \(node.id)\nAuthor: \(node.author.name) <\(node.author.email)>\n\n"
          + node.message.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n") + "\n"
      }
      return "\(branch.title)\n\nSquashed commit of the following:\n\n" + parts.joined(separator: "\n")
    case .gitHub:
      return "\(branch.title) (#\(number))\n\n" + commits.map { "* \($0.subject)\n" }.joined(separator: "\n")
    case .gitHubPlain: return "\(branch.title) (#\(number))\n"
    case .gitLab: return "\(branch.title)\n\nSee merge request shop/web!\(number)\n"
    case .bitbucketCloud:
      return "Merged in \(branch.name) (pull request #\(number))\n\n\(branch.title)\n\n"
        + commits.map { "* \($0.subject)\n" }.joined(separator: "\n")
    case .bitbucketServer:
      return "Pull request #\(number): \(branch.title)\n\nMerge in SHOP/web from \(branch.name) to main\n\n"
        + "Squashed commit of the following:\n\n"
        + commits.reversed().map { "commit \($0.id)\nAuthor: \($0.author.name)\n\n    \($0.subject)\n" }
        .joined(separator: "\n")
    case .azure:
      return "Merged PR \(number): \(branch.title)\n\n" + commits.map { "- \($0.subject)\n" }.joined()
    }
  }
}
