import ServiceJSON

/// Gitea, in the shapes of its own description.
struct GiteaFace: ForgeFace {
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer {
    .json(["message": .text(message), "url": "https://gitea.example.com/api/swagger"], status: status)
  }

  private var missing: ForgeAnswer { refusal(404, "The target couldn't be found.") }

  private static let then: JSON = "2026-11-23T10:00:00Z"

  private func user(_ account: ForgeSite.Account) -> JSON {
    [
      "id": .number(account.id), "login": .text(account.login), "login_name": "", "full_name": "",
      "email": .text("\(account.login)@noreply.example.com"), "avatar_url": "https://gitea.example.com/a.png",
      "language": "", "is_admin": false, "last_login": Self.then, "created": Self.then, "restricted": false,
      "active": true, "prohibit_login": false, "location": "", "website": "", "description": "",
      "visibility": "public", "followers_count": 0, "following_count": 0, "starred_repos_count": 0,
      "username": .text(account.login),
    ]
  }

  private func repository(_ name: String) -> JSON {
    let parts = name.split(separator: "/").map(String.init)
    return [
      "id": 1, "owner": user(ForgeSite.Account(1, parts[0])), "name": .text(parts[1]), "full_name": .text(name),
      "private": true, "fork": false, "default_branch": "main", "empty": false, "archived": false,
    ]
  }

  private func pull(_ pull: ForgeSite.Pull, _ site: ForgeSite, _ question: ForgeQuestion) -> JSON {
    func side(_ branch: String, _ commit: String, _ name: String?) -> JSON {
      [
        "label": .text(branch), "ref": .text(branch), "sha": .text(commit), "repo_id": name == nil ? 0 : 1,
        "repo": name.map(repository) ?? .null,
      ]
    }
    let page = "\(question.web)/\(site.repository)/pulls/\(pull.number)"
    return [
      "id": .number(pull.number + 5_000), "url": .text(page), "number": .number(pull.number),
      "user": user(ForgeSite.Account(3, "dana")), "title": .text(pull.title), "body": "", "labels": [],
      "milestone": .null, "assignee": .null, "assignees": .null,
      "state": .text(pull.state == "open" ? "open" : "closed"),
      "draft": .bool(pull.isDraft), "is_locked": false, "comments": .number(site.notes.count), "html_url": .text(page),
      "diff_url": .text("\(page).diff"), "patch_url": .text("\(page).patch"), "mergeable": true,
      "merged": .bool(pull.state == "merged"),
      "merged_at": pull.state == "merged" ? .text(pull.mergedAt) : .null,
      "merge_commit_sha": pull.mergeCommit.map { .text($0) } ?? .null,
      "merged_by": pull.state == "merged" ? user(pull.mergedBy) : .null,
      "allow_maintainer_edit": false, "base": side(pull.base, String(repeating: "b", count: 40), site.repository),
      "head": side(pull.head, pull.headCommit, pull.headRepository),
      "merge_base": .text(String(repeating: "b", count: 40)),
      "due_date": .null, "created_at": Self.then, "updated_at": Self.then, "closed_at": .null, "pin_order": 0,
    ]
  }

  private func comment(_ note: ForgeSite.Note, _ question: ForgeQuestion) -> JSON {
    [
      "id": .number(note.id), "html_url": .text("\(question.web)/c/\(note.id)"),
      "pull_request_url": .text(question.web),
      "issue_url": "", "user": user(note.author), "original_author": "", "original_author_id": 0,
      "body": .text(note.body), "assets": [], "created_at": Self.then, "updated_at": Self.then,
    ]
  }

  private func review(_ review: ForgeSite.Review, _ number: Int) -> JSON {
    let states = ["approved": "APPROVED", "changes": "REQUEST_CHANGES", "dismissed": "APPROVED", "comment": "COMMENT"]
    return [
      "id": .number(number), "user": user(review.author), "team": .null,
      "state": .text(states[review.state] ?? "PENDING"),
      "body": "", "commit_id": .text(review.commit), "stale": false, "official": true,
      "dismissed": .bool(review.state == "dismissed"), "comments_count": 0, "submitted_at": Self.then,
      "updated_at": Self.then, "html_url": "https://gitea.example.com/r",
      "pull_request_url": "https://gitea.example.com/p",
    ]
  }

  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    var path = question.path
    if path == ["user"] {
      return site.maySayWho
        ? .json(user(site.asker)) : refusal(403, "token does not have at least one of required scope(s): [read:user]")
    }
    if path == ["version"] { return .json(["version": "1.26.0"]) }
    guard path.first == "repos", path.count >= 3, "\(path[1])/\(path[2])" == site.repository else { return missing }
    path.removeFirst(3)
    let limit = min(site.pageLimit, 50)
    // It has no limit of its own, and what stands before it may.
    if let body = question.text("body"), body.utf16.count > site.longest {
      return .page(413, "<html><h1>413 Request Entity Too Large</h1></html>")
    }
    switch (question.method, path.first) {
    case ("GET", nil): return .json(repository(site.repository))
    case ("GET", "pulls") where path.count == 1:
      var found = site.pulls.filter { pull in
        question.query["state"] == "all" || (pull.state == "open") == (question.query["state"] != "closed")
      }
      if let base = question.query["base_branch"] { found = found.filter { $0.base == base } }
      return question.page(found.map { pull($0, site, question) }, size: "limit", limit: limit)
    case ("GET", "pulls"):
      guard let found = Int(path[1]).flatMap(site.pull) else { return missing }
      guard path.count > 2 else { return .json(pull(found, site, question)) }
      return question.page(
        site.reviews.enumerated().map { review($1, $0 + 1) }, size: "limit", limit: limit)
    case ("GET", "branches"):
      return .json([
        "name": .text(path.dropFirst().joined(separator: "/")), "protected": .bool(!site.requiredChecks.isEmpty),
        "enable_status_check": .bool(!site.requiredChecks.isEmpty),
        "status_check_contexts": .list(site.requiredChecks.map { .text($0) }),
      ])
    case ("POST", "statuses"):
      site.statuses.append(ForgeSite.Status(commit: path[1], members: question.plain))
      return .json(
        [
          "id": 1, "status": .text(question.text("state") ?? ""), "context": .text(question.text("context") ?? ""),
          "description": .text(question.text("description") ?? ""), "target_url": "", "url": "",
          "creator": user(site.asker), "created_at": Self.then, "updated_at": Self.then,
        ], status: 201)
    case ("GET", "issues") where path.count == 3:
      return question.page(site.notes.map { comment($0, question) }, size: "limit", limit: limit)
    case ("POST", "issues") where path.count == 3:
      return .json(comment(site.add(question.text("body") ?? ""), question), status: 201)
    case ("PATCH", "issues") where path.count == 3:
      guard let note = site.edit(Int(path[2]) ?? 0, question.text("body") ?? "") else { return missing }
      return .json(comment(note, question))
    default: return missing
    }
  }
}
