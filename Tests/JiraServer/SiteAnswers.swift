import ServiceJSON

/// What a request is answered with.
package struct SiteAnswer: Sendable {
  package var status = 200
  package var headers: [String: String] = ["Content-Type": "application/json;charset=UTF-8"]
  package var body: String

  static func json(_ value: JSON, status: Int = 200) -> SiteAnswer { SiteAnswer(status: status, body: value.written) }

  static func refusal(_ status: Int, _ message: String) -> SiteAnswer {
    json(["errorMessages": [.text(message)], "errors": [:]], status: status)
  }

  static func page(_ status: Int, _ text: String) -> SiteAnswer {
    SiteAnswer(status: status, headers: ["Content-Type": "text/html;charset=UTF-8"], body: text)
  }
}

/// Answers for a site: both dialects, in the shapes of Atlassian's OpenAPI document.
struct SiteAnswers {
  let site: JiraSite
  /// The server's own address.
  let base: String
  let faults: [JiraFault]

  /// - Parameters:
  ///   - path: The parts after `rest/api/<version>`, decoded.
  ///   - isNew: Whether it was asked with version 3 of the interface.
  ///   - question: The members of the body, or of the query.
  func answer(_ path: [String], isNew: Bool, _ question: [String: JSON]) -> SiteAnswer {
    guard site.isCloud || !isNew else { return missing }
    switch path.first {
    case "serverInfo": return .json(serverInformation)
    case "myself": return .json(account)
    case "field": return .json(fields)
    case "project": return project(path)
    case "version": return version(path)
    case "search" where path.last == "jql": return site.isCloud ? tokenSearch(question) : missing
    case "search":
      guard !site.isCloud else {
        return .refusal(
          410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.")
      }
      return countedSearch(question)
    case "issue": return issue(path, question)
    default: return missing
    }
  }

  private var missing: SiteAnswer { .json(["message": "null for uri", "status-code": 404], status: 404) }

  private var serverInformation: JSON {
    [
      "baseUrl": .text(base), "version": "9.12.0", "versionNumbers": [9, 12, 0], "buildNumber": 912_000,
      "deploymentType": site.isCloud ? "Cloud" : "Server", "serverTitle": "Jira",
      "serverTime": "2026-11-23T11:00:00.000+0100",
    ]
  }

  private var account: JSON {
    site.isCloud
      ? [
        "accountId": "5b10a2844c20165700ede21g", "displayName": "Dana Weber", "active": true,
        "accountType": "atlassian",
        "timeZone": "Europe/Berlin", "locale": "de_DE", "self": .text("\(base)/rest/api/3/user?accountId=5b10"),
      ]
      : ["name": "dana", "key": "JIRAUSER10100", "displayName": "Dana Weber", "active": true]
  }

  private var fields: JSON {
    let own = [
      "summary": "Zusammenfassung", "issuetype": "Vorgangstyp", "priority": "Priorität", "labels": "Stichwörter",
    ]
    let known = own.map { ($0, $1, false) } + site.customFields.map { ($0, $1, true) }
    return .list(
      known.sorted { $0.0 < $1.0 }.map { id, name, isCustom in
        [
          "id": .text(id), "key": .text(id), "name": .text(name), "custom": .bool(isCustom), "navigable": true,
          "orderable": true, "searchable": true, "clauseNames": [.text(id)],
        ]
      })
  }

  private func project(_ path: [String]) -> SiteAnswer {
    // The keys of projects are the one thing whose case counts.
    guard path.count >= 2, let project = site.visibleProjects.first(where: { $0.key == path[1] }) else {
      return .refusal(404, "No project could be found with key '\(path.dropFirst().first ?? "")'.")
    }
    guard path.count > 2 else { return .json(["id": "10000", "key": .text(project.key), "name": .text(project.key)]) }
    return path[2] == "versions" ? .json(.list(project.versions.map(json))) : missing
  }

  private func version(_ path: [String]) -> SiteAnswer {
    let all = site.visibleProjects.flatMap { project in project.versions.map { (project, $0) } }
    guard path.count >= 2, let (project, version) = all.first(where: { String($0.1.id) == path[1] }) else {
      return .refusal(404, "Could not find version for id '\(path.dropFirst().first ?? "")'.")
    }
    guard path.count > 2 else { return .json(json(version)) }
    let own = site.issues.filter { $0.project == project.key && $0.versions.contains(version.name) }
    if path[2] == "unresolvedIssueCount" {
      return .json([
        "self": .text("\(base)/rest/api/2/version/\(version.id)"), "issuesCount": .number(own.count),
        "issuesUnresolvedCount": .number(own.count { $0.status != "Done" }),
      ])
    }
    let count = own.count
    return .json([
      "self": .text("\(base)/rest/api/2/version/\(version.id)"), "issuesFixedCount": .number(count),
      "issuesAffectedCount": 0, "issueCountWithCustomFieldsShowingVersion": 0,
    ])
  }

  private func json(_ version: JiraSite.Version) -> JSON {
    let always: JSON = [
      "self": .text("\(base)/rest/api/2/version/\(version.id)"), "id": .text(String(version.id)),
      "name": .text(version.name), "archived": .bool(version.isArchived), "released": .bool(version.isReleased),
      "projectId": 10_000, "description": "Planned by QA",
    ]
    return version.releaseDate.map { always.adding(["releaseDate": .text($0)]) } ?? always
  }

  private func tokenSearch(_ question: [String: JSON]) -> SiteAnswer {
    let known: Set = [
      "jql", "fields", "maxResults", "expand", "nextPageToken", "properties", "fieldsByKeys", "failFast",
      "reconcileIssues",
    ]
    if let unknown = question.keys.sorted().first(where: { !known.contains($0) }) {
      return .refusal(400, "Invalid request payload: unrecognized field \"\(unknown)\".")
    }
    if case .list = question["expand"] { return .refusal(400, "Invalid request payload.") }
    let token = question["nextPageToken"]?.plainText ?? ""
    let start = token.isEmpty ? 0 : Int(token.dropFirst("page-".count)) ?? 0
    return search(question) { issues in
      let page = issues.dropFirst(start).prefix(limit(question))
      let end = start + page.count
      var members: [String: JSON] = ["issues": .list(page.map { json($0, question, isSearch: true) })]
      if faults.contains(.repeatedToken) {
        members["nextPageToken"] = "page-0"
      } else if end < issues.count {
        members["nextPageToken"] = .text("page-\(end)")
      }
      members["isLast"] = .bool(members["nextPageToken"] == nil)
      return .json(.object(members))
    }
  }

  private func countedSearch(_ question: [String: JSON]) -> SiteAnswer {
    let start = question["startAt"]?.integer ?? 0
    let surplus = faults.lazy.compactMap { if case .wrongTotal(let surplus) = $0 { surplus } else { nil } }.first ?? 0
    return search(question) { issues in
      let page = issues.dropFirst(start).prefix(limit(question))
      return .json([
        "expand": "schema,names", "startAt": .number(start), "maxResults": .number(limit(question)),
        "total": .number(issues.count + surplus), "issues": .list(page.map { json($0, question, isSearch: true) }),
      ])
    }
  }

  private func limit(_ question: [String: JSON]) -> Int {
    min(question["maxResults"]?.integer ?? 50, site.pageLimit)
  }

  private func search(_ question: [String: JSON], _ draw: ([JiraSite.Issue]) -> SiteAnswer) -> SiteAnswer {
    do {
      return draw(try SiteQuery.issues(question["jql"]?.plainText ?? "", in: site))
    } catch {
      return .refusal(400, error.message)
    }
  }

  private func issue(_ path: [String], _ question: [String: JSON]) -> SiteAnswer {
    let notThere = SiteAnswer.refusal(404, "Issue does not exist or you do not have permission to see it.")
    guard path.count >= 2 else { return missing }
    if path[1] == "bulkfetch" {
      guard site.isCloud else { return missing }
      let keys = question["issueIdsOrKeys"]?.texts ?? []
      guard 1...100 ~= keys.count else { return .refusal(400, "Between 1 and 100 issues can be fetched.") }
      var seen: Set<String> = []
      let found = keys.compactMap { site.issue($0) }.filter { seen.insert($0.key).inserted }
        .sorted { $0.id < $1.id }
      return .json(["issues": .list(found.map { json($0, question, isSearch: false) }), "issueErrors": []])
    }
    guard let issue = site.issue(path[1]) else { return notThere }
    guard path.count > 2 else { return .json(json(issue, question, isSearch: false)) }
    guard path[2] == "changelog", site.isCloud else { return missing }
    let all = changes(of: issue)
    let start = question["startAt"]?.integer ?? 0
    let page = all.dropFirst(start).prefix(min(question["maxResults"]?.integer ?? 100, 100))
    return .json([
      "self": .text("\(base)/rest/api/3/issue/\(issue.key)/changelog"), "startAt": .number(start), "maxResults": 100,
      "total": .number(all.count), "isLast": .bool(start + page.count >= all.count), "values": .list(Array(page)),
    ])
  }
}
