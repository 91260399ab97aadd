import ServiceJSON

/// GitLab, version 4 of its interface.
struct GitLabFace: ForgeFace {
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer {
    .json(["message": .text(status == 401 ? "401 Unauthorized" : "\(status) \(message)")], status: status)
  }

  private var missing: ForgeAnswer { refusal(404, "Not Found") }

  private static let then: JSON = "2026-11-23T10:00:00.000Z"

  private func user(_ account: ForgeSite.Account) -> JSON {
    [
      "id": .number(account.id), "username": .text(account.login), "name": .text(account.login), "state": "active",
      "avatar_url": .null, "web_url": .text("https://gitlab.example.com/\(account.login)"),
    ]
  }

  private func request(_ pull: ForgeSite.Pull, _ site: ForgeSite, _ question: ForgeQuestion) -> JSON {
    let state = ["open": "opened", "closed": "closed", "merged": "merged"][pull.state] ?? pull.state
    return [
      "id": .number(pull.number + 5_000), "iid": .number(pull.number), "project_id": 55, "title": .text(pull.title),
      "description": "", "state": .text(state), "created_at": Self.then, "updated_at": Self.then,
      "target_branch": .text(pull.base), "source_branch": .text(pull.head),
      "author": user(ForgeSite.Account(3, "dana")),
      "assignee": .null, "assignees": [], "reviewers": [],
      "source_project_id": pull.headRepository == nil ? .null : pull.headRepository == site.repository ? 55 : 99,
      "target_project_id": 55, "labels": [], "draft": .bool(pull.isDraft), "work_in_progress": .bool(pull.isDraft),
      "milestone": .null, "merge_status": "can_be_merged",
      "detailed_merge_status": .text(pull.isDraft ? "draft_status" : "mergeable"), "sha": .text(pull.headCommit),
      "merge_commit_sha": pull.mergeCommit.map { .text($0) } ?? .null,
      "merged_at": pull.state == "merged" ? .text(pull.mergedAt) : .null,
      "merge_user": pull.state == "merged" ? user(pull.mergedBy) : .null, "squash_commit_sha": .null,
      "user_notes_count": .number(site.notes.count),
      "web_url": .text("\(question.web)/\(site.repository)/-/merge_requests/\(pull.number)"),
      "head_pipeline": site.hasPipeline
        ? ["id": 770, "sha": .text(pull.headCommit), "ref": .text(pull.head), "status": "running"] : .null,
      "diff_refs": [
        "base_sha": .text(String(repeating: "b", count: 40)), "head_sha": .text(pull.headCommit),
        "start_sha": .text(String(repeating: "b", count: 40)),
      ],
    ]
  }

  private func deployment(_ deployment: ForgeSite.Deployment) -> JSON {
    [
      "id": 41, "iid": 1, "ref": "main", "sha": .text(deployment.commit), "created_at": .text(deployment.time),
      "updated_at": .text(deployment.time), "status": .text(deployment.states.last ?? "created"),
      "user": user(ForgeSite.Account(8, "olga")),
      "environment": ["id": 9, "name": .text(deployment.environment), "external_url": "https://shop.example.com"],
      "deployable": [
        "id": 664, "status": "success", "finished_at": .text(deployment.time),
        "web_url": "https://gitlab.example.com/acme/web/-/jobs/664",
      ],
    ]
  }

  private func note(_ note: ForgeSite.Note) -> JSON {
    [
      "id": .number(note.id), "type": .null, "body": .text(note.body), "attachment": .null, "author": user(note.author),
      "created_at": Self.then, "updated_at": Self.then, "system": .bool(note.isSystem), "noteable_id": 5_012,
      "noteable_type": "MergeRequest", "project_id": 55, "resolvable": false, "confidential": false, "internal": false,
      "noteable_iid": 12,
    ]
  }

  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    if question.path == ["user"] { return site.maySayWho ? .json(user(site.asker)) : refusal(403, "Forbidden") }
    guard question.path.first == "projects", question.path.count > 1,
      [site.repository, "55"].contains(question.path[1])
    else { return refusal(404, "Project Not Found") }
    let path = Array(question.path.dropFirst(2))
    switch (question.method, path.first) {
    case ("GET", nil):
      return .json([
        "id": 55, "name": "web", "path_with_namespace": .text(site.repository), "default_branch": "main",
        "only_allow_merge_if_pipeline_succeeds": .bool(!site.requiredChecks.isEmpty),
      ])
    case ("POST", "statuses"):
      site.statuses.append(ForgeSite.Status(commit: path[1], members: question.plain))
      return .json(
        [
          "id": 1, "sha": .text(path[1]), "status": .text(question.text("state") ?? ""),
          "name": .text(question.text("name") ?? "default"),
        ], status: 201)
    case ("GET", "deployments"):
      let found = site.deployments.filter { deployment in
        let isLate = question.query["finished_after"].map { deployment.time >= $0 } ?? true
        return isLate && [nil, deployment.environment].contains(question.query["environment"])
          && (question.query["status"] != "success" || deployment.states.contains("success"))
      }
      let newest = question.query["sort"] == "desc" ? found.reversed() : found
      return question.page(newest.map(deployment), size: "per_page", limit: site.pageLimit)
    case (_, "merge_requests"): return requests(Array(path.dropFirst()), question, &site)
    default: return missing
    }
  }

  private func requests(_ path: [String], _ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    guard let number = path.first else {
      var found = site.pulls.filter { question.query["state"] != "opened" || $0.state == "open" }
      if let branch = question.query["source_branch"] { found = found.filter { $0.head == branch } }
      if let branch = question.query["target_branch"] { found = found.filter { $0.base == branch } }
      return question.page(found.map { request($0, site, question) }, size: "per_page", limit: site.pageLimit)
    }
    guard let pull = Int(number).flatMap(site.pull) else { return missing }
    switch (question.method, path.count > 1 ? path[1] : nil) {
    case ("GET", nil): return .json(request(pull, site, question))
    case ("GET", "approvals"):
      let approvals = site.reviews.filter { $0.state == "approved" }
      return .json([
        "user_has_approved": false, "user_can_approve": false, "approved": .bool(!approvals.isEmpty),
        "approved_by": .list(approvals.map { ["user": user($0.author), "approved_at": Self.then] }),
      ])
    case ("GET", "notes"):
      let notes = question.query["sort"] == "asc" ? site.notes : site.notes.reversed()
      return question.page(notes.map { note($0) }, size: "per_page", limit: site.pageLimit)
    case ("POST", "notes"), ("PUT", "notes"):
      let body = question.text("body") ?? ""
      guard body.utf16.count <= site.longest else {
        return .json(
          ["message": "400 Bad request - Note {:note=>[\"is too long (maximum is 1000000 characters)\"]}"], status: 400)
      }
      guard question.method == "PUT" else { return .json(note(site.add(body)), status: 201) }
      guard let edited = site.edit(path.last.flatMap { Int($0) } ?? 0, body) else { return missing }
      return .json(note(edited))
    default: return missing
    }
  }
}
