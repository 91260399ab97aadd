import ServiceJSON

extension SiteAnswers {
  /// An issue with the fields that were asked for. A search of Cloud gives only the id where none is asked for.
  func json(_ issue: JiraSite.Issue, _ question: [String: JSON], isSearch: Bool) -> JSON {
    let all = fields(of: issue)
    let wanted = question["fields"]?.texts ?? (isSearch && site.isCloud ? ["id"] : ["*all"])
    let isEverything = wanted.contains("*all") || wanted.contains("*navigable")
    var members: [String: JSON] = [
      "id": .text(issue.id), "self": .text("\(base)/rest/api/2/issue/\(issue.id)"),
      "key": .text(issue.key), "fields": .object(all.filter { isEverything || wanted.contains($0.key) }),
    ]
    let expand = (question["expand"]?.texts ?? []).flatMap { $0.split(separator: ",").map(String.init) }
    if expand.contains("changelog") {
      // Newest first, and on Cloud not always all of it.
      let all = changes(of: issue)
      let shown = site.isCloud ? Array(all.reversed().prefix(site.changeLimit)) : all
      members["changelog"] = [
        "startAt": 0, "maxResults": .number(shown.count), "total": .number(all.count), "histories": .list(shown),
      ]
    }
    return .object(members)
  }

  /// Everything that ever happened to the issue, oldest first.
  func changes(of issue: JiraSite.Issue) -> [JSON] {
    var changes: [JSON] = []
    func add(
      _ created: String, _ field: String, from: (String, String), to: (String, String), by: String = "Dana Weber",
      address: String? = nil
    ) {
      var author: [String: JSON] = ["displayName": .text(by), "active": true]
      if let address { author["emailAddress"] = .text(address) }
      changes.append([
        "id": .text("\(changes.count + 1)"), "created": .text(created), "author": .object(author),
        "items": [
          [
            "field": .text(field), "fieldtype": "jira", "from": .text(from.0), "fromString": .text(from.1),
            "to": .text(to.0), "toString": .text(to.1),
          ]
        ],
      ])
    }
    add("2026-11-02T08:00:00.000+0100", "summary", from: ("", "Work"), to: ("", issue.summary))
    add("2026-11-03T08:00:00.000+0100", "status", from: ("1", "To Do"), to: ("2", "In Progress"))
    if let entered = issue.enteredAt, let name = issue.versions.first {
      let id = site.projects.first { $0.key == issue.project }?.versions.first { $0.name == name }?.id ?? 0
      add(entered, "Fix Version", from: ("", ""), to: ("\(id)", name), by: "Quinn Abe")
    }
    var before = "In Progress"
    for (time, status) in [(issue.readySince, "Ready for Release"), (issue.statusSince, issue.status)] {
      guard let time, status != before else { continue }
      add(
        time, "status", from: ("2", before), to: ("3", status), by: issue.statusBy, address: issue.statusByAddress)
      before = status
    }
    return changes
  }

  private func fields(of issue: JiraSite.Issue) -> [String: JSON] {
    let isDone = issue.status == "Done"
    var fields: [String: JSON] = [
      "summary": .text(issue.summary), "issuetype": ["id": "10004", "name": .text(issue.type), "subtask": false],
      "status": [
        "id": "3", "name": .text(issue.status),
        "statusCategory": [
          "id": isDone ? 3 : 4, "key": isDone ? "done" : "indeterminate", "name": isDone ? "Fertig" : "In Arbeit",
        ],
      ],
      "assignee": issue.assignee.map { ["displayName": .text($0), "active": true, "accountId": "5b10"] } ?? nil,
      "priority": issue.priority.map { ["id": "2", "name": .text($0)] } ?? nil,
      "fixVersions": .list(issue.versions.map { version($0, of: issue.project) }),
      "labels": .list(issue.labels.map { .text($0) }),
      "components": [], "created": "2026-11-01T09:00:00.000+0100", "resolution": nil,
    ]
    fields.merge(issue.custom) { _, own in own }
    return fields
  }

  private func version(_ name: String, of project: String) -> JSON {
    let found = site.projects.first { $0.key == project }?.versions.first { $0.name == name }
    return [
      "self": .text("\(base)/rest/api/2/version/\(found?.id ?? 0)"), "id": .text(String(found?.id ?? 0)),
      "name": .text(name), "archived": .bool(found?.isArchived ?? false), "released": .bool(found?.isReleased ?? false),
    ]
  }
}

extension JSON {
  var plainText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .null, .bool, .list, .object: nil
    }
  }

  var integer: Int? { plainText.flatMap { Int($0) } }

  /// The texts of a list, or of one text with commas.
  var texts: [String]? {
    switch self {
    case .list(let elements): elements.compactMap(\.plainText)
    case .text(let text): text.split(separator: ",").map(String.init)
    case .null, .bool, .number, .object: nil
    }
  }
}
