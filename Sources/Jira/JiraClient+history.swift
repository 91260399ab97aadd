import ReleaseScope

extension JiraClient {
  /// What the changelog of an issue tells, read to its end.
  ///
  /// - Returns: `nil` if Jira does not show all of it.
  func history(of issue: IssueReply) async throws(JiraError) -> IssueHistory? {
    if let changelog = issue.changelog, changelog.isWhole {
      let history = IssueHistory(changelog.histories)
      // Cloud shows the newest changes, and may count only those: without a change of the status among them, an older
      // one may be the last.
      if !isCloud || history.statusChange != nil || changelog.histories.isEmpty { return history }
    }
    return try await changes(of: issue).map(IssueHistory.init)
  }

  /// All changes of an issue.
  ///
  /// - Returns: `nil` if Jira does not show all of them.
  func changes(of issue: IssueReply) async throws(JiraError) -> [Change]? {
    guard isCloud else {
      // Data Center has no other way to ask.
      guard let changelog = issue.changelog, changelog.isWhole else { return nil }
      return changelog.histories
    }
    var changes: [Change] = []
    while true {
      let query: KeyValuePairs = ["startAt": "\(changes.count)", "maxResults": "100"]
      let page = try await answer(resource("issue", issue.id, "changelog", query: query), as: ChangelogPage.self)
      changes += page.values
      if page.isLast == true || page.total.map({ changes.count >= $0 }) == true { return changes }
      guard !page.values.isEmpty else { return nil }
    }
  }
}
