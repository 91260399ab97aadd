import ReleaseScope

/// What is known of tickets that were asked for by key.
struct KeyedIssues: Sendable {
  /// Each issue once; one that was moved goes by its present key.
  private(set) var issues: [IssueReply] = []
  /// The present keys of those that were asked for by an earlier one, by that earlier key.
  private(set) var moved: [TicketKey: TicketKey] = [:]
  /// Jira has no such ticket, or does not show it.
  private(set) var unknown: [TicketKey] = []

  private var keys: Set<String> = []

  mutating func add(_ issue: IssueReply) {
    if keys.insert(issue.key).inserted { issues.append(issue) }
  }

  mutating func add(_ issue: IssueReply, askedAs key: TicketKey) {
    add(issue)
    if let present = try? TicketKey(parsing: issue.key), present != key { moved[key] = present }
  }

  mutating func add(unknown key: TicketKey) { unknown.append(key) }

  func has(_ key: TicketKey) -> Bool { keys.contains(key.description) }
}

extension JiraClient {
  /// Asks for tickets by key, many at a time.
  ///
  /// What such a list leaves out is asked for one by one: only that answer tells a ticket that was moved from one that
  /// there is not.
  func issues(
    _ wanted: [TicketKey], fields: [String], withChangelog: Bool = false,
    progress: (Int, Int?) -> Void = { _, _ in }
  ) async throws(JiraError) -> KeyedIssues {
    var found = KeyedIssues()
    var waiting = wanted[...]
    while !waiting.isEmpty {
      let chunk = Array(waiting.prefix(chunkSize))
      waiting = waiting.dropFirst(chunk.count)
      for issue in try await list(chunk, fields, withChangelog) { found.add(issue) }
      progress(wanted.count - waiting.count, wanted.count)
    }
    for key in wanted where !found.has(key) {
      do {
        let query: KeyValuePairs = ["fields": fields.joined(separator: ","), "expand": "changelog"]
        let plain: KeyValuePairs = ["fields": fields.joined(separator: ",")]
        let request = resource("issue", key.description, query: withChangelog ? query : plain)
        let issue = try await answer(request, as: IssueReply.self)
        found.add(issue, askedAs: key)
      } catch .failed(status: 404, _) {
        found.add(unknown: key)
      }
    }
    return found
  }

  /// Cloud takes 100 at most.
  private var chunkSize: Int { isCloud ? 100 : 50 }

  private func list(
    _ keys: [TicketKey], _ fields: [String], _ withChangelog: Bool
  ) async throws(JiraError) -> [IssueReply] {
    if isCloud {
      let question = BulkQuestion(issueIdsOrKeys: keys.map(\.description), fields: fields)
      return try await answer(try resource("issue", "bulkfetch", body: question), as: BulkReply.self).issues
    }
    do {
      return try await search(JQL(keys: keys), fields: fields, withChangelog: withChangelog).issues
    } catch .refused {
      // One key that Data Center does not know makes it refuse the list, in the language of whoever asks.
      guard keys.count > 1 else { return [] }
      let half = keys.count / 2
      let left = try await list(Array(keys[..<half]), fields, withChangelog)
      return left + (try await list(Array(keys[half...]), fields, withChangelog))
    }
  }
}

private struct BulkQuestion: Encodable {
  let issueIdsOrKeys: [String]
  let fields: [String]
}
