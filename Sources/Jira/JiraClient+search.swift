import ReleaseScope

/// What a search found, and why it may not be all.
struct SearchResult: Sendable {
  /// Each issue once, in the order in which they came.
  private(set) var issues: [IssueReply] = []
  /// Nothing was missed if there is none. Worded for people.
  private(set) var gaps: [String] = []

  private var ids: Set<String> = []

  mutating func add(_ found: [IssueReply]) {
    for issue in found where ids.insert(issue.id).inserted { issues.append(issue) }
  }

  mutating func note(gap: String) { gaps.append(gap) }
}

extension JiraClient {
  /// How many issues are asked for at a time; Jira may give fewer.
  private var pageSize: Int { 100 }

  /// No version has so many pages; a server that never comes to an end does.
  private var pageLimit: Int { 1_000 }

  /// Reads every page.
  ///
  /// - Parameters:
  ///   - fields: Ids of fields.
  ///   - progress: Is told how many issues there are so far, and how many in all if that is known.
  func search(
    _ query: JQL, fields: [String], withChangelog: Bool = false, progress: (Int, Int?) -> Void = { _, _ in }
  ) async throws(JiraError) -> SearchResult {
    do {
      return isCloud
        ? try await searchByToken(query, fields, withChangelog, progress)
        : try await searchByCount(query, fields, withChangelog, progress)
    } catch .failed(status: 400, let message) {
      throw .refused(query, message)
    }
  }

  private func searchByToken(
    _ query: JQL, _ fields: [String], _ withChangelog: Bool, _ progress: (Int, Int?) -> Void
  ) async throws(JiraError) -> SearchResult {
    var result = SearchResult()
    var tokens: Set<String> = []
    var token: String?
    for _ in 0..<pageLimit {
      let question = TokenQuestion(
        jql: query.text, fields: fields, maxResults: pageSize, expand: withChangelog ? "changelog" : nil,
        nextPageToken: token)
      let page = try await answer(try resource("search", "jql", body: question), as: TokenPage.self)
      result.add(page.issues)
      progress(result.issues.count, nil)
      guard let next = page.nextPageToken, !next.isEmpty else {
        if page.isLast == false { result.note(gap: "Jira said that there is another page, and not how to get it") }
        return result
      }
      guard tokens.insert(next).inserted else {
        result.note(gap: "Jira gave the same page twice, so the pages after it were not seen")
        return result
      }
      token = next
    }
    result.note(gap: "Jira came to no end within \(pageLimit) pages")
    return result
  }

  private func searchByCount(
    _ query: JQL, _ fields: [String], _ withChangelog: Bool, _ progress: (Int, Int?) -> Void
  ) async throws(JiraError) -> SearchResult {
    var result = SearchResult()
    var start = 0
    var total = 0
    for _ in 0..<pageLimit {
      let question = CountedQuestion(
        jql: query.text, fields: fields, maxResults: pageSize, expand: withChangelog ? ["changelog"] : [],
        startAt: start)
      let page = try await answer(try resource("search", body: question), as: CountedPage.self)
      result.add(page.issues)
      start += page.issues.count
      total = page.total
      progress(result.issues.count, total)
      if page.issues.isEmpty || start >= total { break }
    }
    if result.issues.count != total {
      result.note(gap: "Jira counts \(total) tickets and gave \(result.issues.count)")
    }
    return result
  }
}

/// Cloud refuses members that it does not know; those that are `nil` are not sent.
private struct TokenQuestion: Encodable {
  let jql: String
  let fields: [String]
  let maxResults: Int
  let expand: String?
  let nextPageToken: String?
}

private struct CountedQuestion: Encodable {
  let jql: String
  let fields: [String]
  let maxResults: Int
  let expand: [String]
  let startAt: Int
}
