/// An exemption that covers no commit of the range.
package struct UnusedExemption: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    /// A slip: written otherwise it would cover commits that have no ticket.
    case near(correction: String, commits: Int)
    /// It matches none of so many commits below the range either; there are more.
    case past(looked: Int)
    /// It matches nothing in all of the history, as a new one may.
    case never
  }

  package let exemption: Exemption
  package let state: State

  package init(_ exemption: Exemption, _ state: State) {
    self.exemption = exemption
    self.state = state
  }
}

extension Exemption {
  /// What the exemption would be if its one glob had the stars that people forget, or the folder's; `nil` for what is
  /// hardly a slip.
  ///
  /// - Returns: The exemption, and the condition as it is written in a policy.
  package var loosened: (exemption: Exemption, text: String)? {
    func isBare(_ glob: String) -> Bool { !glob.contains("*") && !glob.contains("?") }
    let given = [author, committer, subject].compactMap(\.self)
    guard given.count + (paths.isEmpty ? 0 : 1) == 1 else { return nil }
    var loose = self
    if let author, isBare(author) {
      loose.author = "*\(author)*"
      return (loose, "author: \"*\(author)*\"")
    }
    if let committer, isBare(committer) {
      loose.committer = "*\(committer)*"
      return (loose, "committer: \"*\(committer)*\"")
    }
    if let subject, isBare(subject) {
      loose.subject = "*\(subject)*"
      return (loose, "subject: \"*\(subject)*\"")
    }
    guard paths.count == 1, isBare(paths[0]) else { return nil }
    let folder = paths[0].hasSuffix("/") ? paths[0] : paths[0] + "/"
    loose.paths = ["\(folder)**"]
    return (loose, "paths: [\"\(folder)**\"]")
  }
}
