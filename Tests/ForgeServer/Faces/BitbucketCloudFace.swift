import ServiceJSON

/// Bitbucket Cloud, version 2.0 of its interface.
struct BitbucketCloudFace: ForgeFace {
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer {
    .json(["type": "error", "error": ["message": .text(message)]], status: status)
  }

  private var missing: ForgeAnswer { refusal(404, "Resource not found") }

  private static let states = ["open": "OPEN", "closed": "DECLINED", "merged": "MERGED"]

  private static let then: JSON = "2026-11-23T10:00:00.000000+00:00"

  private func user(_ account: ForgeSite.Account) -> JSON {
    [
      "display_name": .text(account.login), "uuid": .text("{user-\(account.id)}"), "nickname": .text(account.login),
      "type": .text(account.isRobot ? "app_user" : "user"), "account_id": .text("557058:\(account.id)"),
      "links": ["self": ["href": "https://api.bitbucket.org/2.0/users/x"]],
    ]
  }

  private func pull(
    _ pull: ForgeSite.Pull, _ site: ForgeSite, _ question: ForgeQuestion, isWhole: Bool
  ) -> JSON {
    func side(_ branch: String, _ commit: String, _ name: String?) -> JSON {
      let repository: JSON? = name.map { ["type": "repository", "full_name": .text($0), "name": "web", "uuid": "{r}"] }
      return [
        "branch": ["name": .text(branch)], "commit": ["hash": .text(String(commit.prefix(12))), "type": "commit"],
        "repository": repository ?? .null,
      ]
    }
    let own = "\(question.api)/repositories/\(site.repository)/pullrequests/\(pull.number)"
    var members: [String: JSON] = [
      "type": "pullrequest", "id": .number(pull.number), "title": .text(pull.title), "description": "",
      "state": .text(Self.states[pull.state] ?? "OPEN"),
      "draft": .bool(pull.isDraft), "author": user(ForgeSite.Account(3, "dana")),
      "source": side(pull.head, pull.headCommit, pull.headRepository),
      "destination": side(pull.base, String(repeating: "b", count: 40), site.repository),
      "merge_commit": pull.mergeCommit.map { ["hash": .text($0), "type": "commit"] } ?? .null,
      "closed_by": pull.state == "merged" ? user(pull.mergedBy) : .null, "comment_count": .number(site.notes.count),
      "task_count": 0,
      "close_source_branch": false, "reason": "", "created_on": Self.then, "updated_on": Self.then,
      "links": [
        "self": ["href": .text(own)],
        "html": ["href": .text("\(question.web)/\(site.repository)/pull-requests/\(pull.number)")],
        "comments": ["href": .text("\(own)/comments")],
      ],
    ]
    if isWhole {
      members["reviewers"] = []
      members["participants"] = .list(
        site.reviews.map { review in
          [
            "type": "participant", "role": "REVIEWER", "user": user(review.author),
            "approved": .bool(review.state == "approved"), "participated_on": Self.then,
            "state": review.state == "approved" ? "approved" : review.state == "changes" ? "changes_requested" : .null,
          ]
        })
    }
    return .object(members)
  }

  private func comment(_ note: ForgeSite.Note, _ question: ForgeQuestion) -> JSON {
    let own = "\(question.api)/repositories/acme/web/pullrequests/12/comments/\(note.id)"
    return [
      "type": "pullrequest_comment", "id": .number(note.id), "deleted": false, "user": user(note.author),
      "content": ["raw": .text(note.body), "markup": "markdown", "html": "", "type": "rendered"],
      "created_on": Self.then, "updated_on": Self.then, "links": ["self": ["href": .text(own)]],
      "pullrequest": ["type": "pullrequest", "id": 12],
    ]
  }

  private func page(_ elements: [JSON], _ question: ForgeQuestion, limit: Int) -> ForgeAnswer {
    let size = min(question.number("pagelen", 10), limit)
    let number = question.number("page", 1)
    let start = min((number - 1) * size, elements.count)
    let end = min(start + size, elements.count)
    var members: [String: JSON] = [
      "pagelen": .number(size), "page": .number(number), "size": .number(elements.count),
      "values": .list(Array(elements[start..<end])),
    ]
    if end < elements.count {
      let path = question.path.map(ForgeQuestion.encoded).joined(separator: "/")
      members["next"] = .text("\(question.api)/\(path)?pagelen=\(size)&page=\(number + 1)")
    }
    return .json(.object(members))
  }

  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    if question.path == ["user"] {
      return site.maySayWho ? .json(user(site.asker)) : refusal(403, "This token may not be used here.")
    }
    guard question.path.first == "repositories", question.path.count >= 3,
      "\(question.path[1])/\(question.path[2])" == site.repository
    else { return missing }
    let path = Array(question.path.dropFirst(3))
    switch (question.method, path.first) {
    case ("GET", nil):
      return .json([
        "type": "repository", "full_name": .text(site.repository), "name": "web", "slug": "web",
        "links": ["self": ["href": .text("\(question.api)/repositories/\(site.repository)")]], "uuid": "{r}",
      ])
    case ("GET", "pullrequests") where path.count == 1:
      let query = question.query["q"] ?? ""
      let found = site.pulls.filter { pull in
        let isAsked = query.contains("state=\"\(Self.states[pull.state] ?? "")\"")
        return (query.contains("state=") ? isAsked : pull.state == "open") && matches(pull, query)
      }
      return page(found.map { pull($0, site, question, isWhole: false) }, question, limit: min(50, site.pageLimit))
    case ("GET", "commit") where path.count == 2:
      let known = site.pulls.map(\.headCommit) + site.deployments.map(\.commit)
      guard let whole = known.first(where: { $0.hasPrefix(path[1]) }) else { return missing }
      return .json(["type": "commit", "hash": .text(whole)])
    case ("GET", "environments"):
      let names = Set(site.deployments.map(\.environment)).sorted()
      return page(
        names.map { ["type": "deployment_environment", "name": .text($0), "uuid": .text("{\($0)}")] }, question,
        limit: 100)
    case ("GET", "deployments"):
      let found = site.deployments.filter { "{\($0.environment)}" == question.query["environment"] }
      return page(found.map(deployment), question, limit: site.pageLimit)
    case ("POST", "commit") where path.suffix(2) == ["statuses", "build"]:
      return status(path[1], question, &site)
    case (_, "pullrequests"):
      guard let found = Int(path[1]).flatMap(site.pull) else { return missing }
      guard path.count > 2 else { return .json(pull(found, site, question, isWhole: true)) }
      return comments(Array(path.dropFirst(2)), question, &site)
    default: return missing
    }
  }

  private func deployment(_ deployment: ForgeSite.Deployment) -> JSON {
    let isGood = deployment.states.contains("success")
    return [
      "type": "deployment", "uuid": "{d}",
      "state": [
        "name": "COMPLETED", "status": ["name": .text(isGood ? "SUCCESSFUL" : "FAILED")],
        "completed_on": .text(deployment.time),
      ],
      "release": ["name": "#7", "commit": ["type": "commit", "hash": .text(deployment.commit)]],
    ]
  }

  /// The parts of a query that are asked for here.
  private func matches(_ pull: ForgeSite.Pull, _ query: String) -> Bool {
    query.split(separator: " AND ").allSatisfy { term in
      let parts = term.split(separator: "=", maxSplits: 1).map(String.init)
      let value = parts.last.map { $0.trimmingPrefix("\"").dropLast() } ?? ""
      switch parts.first {
      case "source.branch.name": return pull.head == value
      case "destination.branch.name": return pull.base == value
      default: return true
      }
    }
  }

  private func status(_ commit: String, _ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    guard let key = question.text("key"), key.count <= 40, question.text("url") != nil else {
      return refusal(400, "key: Ensure this value has at most 40 characters.")
    }
    site.statuses.append(ForgeSite.Status(commit: commit, members: question.plain))
    return .json(["type": "build", "key": .text(key), "state": .text(question.text("state") ?? "")], status: 201)
  }

  private func comments(_ path: [String], _ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    guard path.first == "comments" else { return missing }
    var body = ""
    if case .text(let text)? = question.body["content"]?["raw"] { body = text }
    // It says no more than that.
    guard body.utf16.count <= site.longest else { return .page(400, "<h1>Bad Request (400)</h1>") }
    switch question.method {
    case "GET": return page(site.notes.map { comment($0, question) }, question, limit: site.pageLimit)
    case "POST": return .json(comment(site.add(body), question), status: 201)
    case "PUT":
      let id = path.last.flatMap { Int($0) } ?? 0
      guard site.notes.first(where: { $0.id == id })?.author == site.asker else {
        return refusal(403, "You don't have permission to edit this comment.")
      }
      guard let note = site.edit(id, body) else { return missing }
      return .json(comment(note, question))
    default: return missing
    }
  }
}
