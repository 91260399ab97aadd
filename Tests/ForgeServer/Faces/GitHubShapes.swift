import ServiceJSON

/// The objects of GitHub's replies, with everything that its description requires.
struct Shapes {
  private let api: String
  private let web: String

  init(_ question: ForgeQuestion) {
    api = question.api
    web = question.web
  }

  private static let then: JSON = "2026-11-23T10:00:00Z"

  func user(_ account: ForgeSite.Account) -> JSON {
    let own = "\(api)/users/\(account.login)"
    var members: [String: JSON] = [
      "login": .text(account.login), "id": .number(account.id), "node_id": "U1", "gravatar_id": "",
      "avatar_url": "https://avatars.example.com/u/1", "url": .text(own), "html_url": .text("\(web)/\(account.login)"),
      "type": .text(account.isRobot ? "Bot" : "User"), "site_admin": false, "name": .null, "company": .null,
      "blog": .null, "location": .null, "email": .null, "hireable": .null, "bio": .null, "public_repos": 1,
      "public_gists": 0, "followers": 0, "following": 0, "created_at": Self.then, "updated_at": Self.then,
    ]
    for name in ["followers", "subscriptions", "organizations", "repos", "received_events"] {
      members["\(name)_url"] = .text("\(own)/\(name)")
    }
    members["following_url"] = .text("\(own)/following{/other_user}")
    members["gists_url"] = .text("\(own)/gists{/gist_id}")
    members["starred_url"] = .text("\(own)/starred{/owner}{/repo}")
    members["events_url"] = .text("\(own)/events{/privacy}")
    return .object(members)
  }

  func repository(_ name: String) -> JSON {
    let parts = name.split(separator: "/").map(String.init)
    let own = "\(api)/repos/\(name)"
    var members: [String: JSON] = [
      "id": 1000, "node_id": "R1", "name": .text(parts.last ?? name), "full_name": .text(name), "private": true,
      "owner": user(ForgeSite.Account(1, parts.first ?? "acme")), "html_url": .text("\(web)/\(name)"),
      "description": .null, "fork": false, "url": .text(own), "homepage": .null, "language": .null, "forks_count": 0,
      "stargazers_count": 0, "watchers_count": 0, "size": 1, "default_branch": "main", "open_issues_count": 1,
      "has_issues": true, "has_projects": true, "has_wiki": true, "has_pages": false, "has_downloads": true,
      "has_discussions": false, "archived": false, "disabled": false, "pushed_at": Self.then, "created_at": Self.then,
      "updated_at": Self.then, "license": .null, "forks": 0, "open_issues": 1, "watchers": 0, "mirror_url": .null,
      "git_url": "git://github.com/acme/web.git", "ssh_url": "git@github.com:acme/web.git",
      "clone_url": .text("\(web)/\(name).git"), "svn_url": .text("\(web)/\(name)"), "is_template": false,
      "web_commit_signoff_required": false, "allow_forking": true, "visibility": "private", "topics": [],
    ]
    let plain = [
      "forks", "teams", "hooks", "events", "tags", "languages", "stargazers", "contributors", "subscribers",
      "subscription", "merges", "downloads", "deployments",
    ]
    for name in plain { members["\(name)_url"] = .text("\(own)/\(name)") }
    let variable = [
      "keys": "{/key_id}", "collaborators": "{/collaborator}", "issue_events": "{/number}", "assignees": "{/user}",
      "branches": "{/branch}", "blobs": "{/sha}", "git_tags": "{/sha}", "git_refs": "{/sha}", "trees": "{/sha}",
      "statuses": "{sha}", "commits": "{/sha}", "git_commits": "{/sha}", "comments": "{/number}",
      "issue_comment": "{/number}", "contents": "{+path}", "compare": "{base}...{head}",
      "archive": "{archive_format}{/ref}", "issues": "{/number}", "pulls": "{/number}", "milestones": "{/number}",
      "notifications": "{?since}", "labels": "{/name}", "releases": "{/id}",
    ]
    for (name, rest) in variable { members["\(name)_url"] = .text("\(own)/\(name)/\(rest)") }
    return .object(members)
  }

  func pull(_ pull: ForgeSite.Pull, _ site: ForgeSite, isWhole: Bool) -> JSON {
    let own = "\(api)/repos/\(site.repository)/pulls/\(pull.number)"
    let page = "\(web)/\(site.repository)/pull/\(pull.number)"
    func side(_ branch: String, _ commit: String, _ name: String?) -> JSON {
      [
        "label": .text("acme:\(branch)"), "ref": .text(branch), "sha": .text(commit),
        "user": user(ForgeSite.Account(1, "acme")), "repo": name.map(repository) ?? .null,
      ]
    }
    let isMerged = pull.state == "merged"
    var members: [String: JSON] = [
      "url": .text(own), "id": .number(pull.number + 5_000), "node_id": "P1", "html_url": .text(page),
      "diff_url": .text("\(page).diff"), "patch_url": .text("\(page).patch"),
      "issue_url": .text("\(api)/repos/\(site.repository)/issues/\(pull.number)"), "number": .number(pull.number),
      "state": .text(pull.state == "open" ? "open" : "closed"), "locked": false, "title": .text(pull.title),
      "user": user(ForgeSite.Account(3, "dana")), "body": .null, "created_at": Self.then, "updated_at": Self.then,
      "closed_at": .null, "merged_at": isMerged ? .text(pull.mergedAt) : .null,
      "merge_commit_sha": pull.mergeCommit.map { .text($0) } ?? .null, "assignee": .null,
      "assignees": [], "requested_reviewers": [], "requested_teams": [], "labels": [], "milestone": .null,
      "draft": .bool(pull.isDraft), "commits_url": .text("\(own)/commits"),
      "review_comments_url": .text("\(own)/comments"), "review_comment_url": .text("\(own)/comments{/number}"),
      "comments_url": .text("\(own)/comments"), "statuses_url": .text("\(own)/statuses"),
      "head": side(pull.head, pull.headCommit, pull.headRepository),
      "base": side(pull.base, String(repeating: "b", count: 40), site.repository),
      "_links": .object(
        Dictionary(
          uniqueKeysWithValues: [
            "self", "html", "issue", "comments", "review_comments", "review_comment", "commits", "statuses",
          ].map { ($0, ["href": .text(own)] as JSON) })),
      "author_association": "MEMBER", "auto_merge": .null, "active_lock_reason": .null,
    ]
    if isWhole {
      let details: [String: JSON] = [
        "merged": .bool(isMerged), "mergeable": true, "rebaseable": true,
        "mergeable_state": .text(pull.isDraft ? "draft" : "clean"),
        "merged_by": isMerged ? user(pull.mergedBy) : .null, "comments": .number(site.notes.count),
        "review_comments": 0,
        "maintainer_can_modify": false, "commits": 2, "additions": 2, "deletions": 0, "changed_files": 2,
      ]
      members.merge(details) { _, new in new }
    }
    return .object(members)
  }

  func deployment(_ place: Int, _ site: ForgeSite) -> JSON {
    let deployment = site.deployments[place]
    let own = "\(api)/repos/acme/web/deployments/\(place)"
    return [
      "id": .number(place), "node_id": "D1", "url": .text(own), "sha": .text(deployment.commit), "ref": "main",
      "task": "deploy", "payload": "", "original_environment": .text(deployment.environment),
      "environment": .text(deployment.environment), "description": .null, "creator": user(ForgeSite.Account(8, "olga")),
      "created_at": .text(deployment.time), "updated_at": .text(deployment.time),
      "statuses_url": .text("\(own)/statuses"),
      "repository_url": .text("\(api)/repos/acme/web"), "production_environment": true,
      "transient_environment": false,
    ]
  }

  func state(_ state: String, of place: Int, _ site: ForgeSite) -> JSON {
    let deployment = site.deployments[place]
    let own = "\(api)/repos/acme/web/deployments/\(place)"
    return [
      "id": 1, "node_id": "T1", "url": .text("\(own)/statuses/1"), "state": .text(state),
      "creator": user(ForgeSite.Account(8, "olga")), "description": "", "environment": .text(deployment.environment),
      "target_url": "", "created_at": .text(deployment.time), "updated_at": .text(deployment.time),
      "deployment_url": .text(own), "repository_url": .text("\(api)/repos/acme/web"),
      "environment_url": "https://shop.example.com", "log_url": "",
    ]
  }

  func comment(_ note: ForgeSite.Note) -> JSON {
    let own = "\(api)/repos/acme/web/issues/comments/\(note.id)"
    return [
      "id": .number(note.id), "node_id": "C1", "url": .text(own), "html_url": .text("\(web)/c/\(note.id)"),
      "body": .text(note.body), "user": user(note.author), "created_at": Self.then, "updated_at": Self.then,
      "issue_url": .text("\(api)/repos/acme/web/issues/12"), "author_association": "MEMBER",
    ]
  }

  func review(_ review: ForgeSite.Review, number: Int) -> JSON {
    let states = [
      "approved": "APPROVED", "changes": "CHANGES_REQUESTED", "dismissed": "DISMISSED", "comment": "COMMENTED",
    ]
    return [
      "id": .number(number), "node_id": "V1", "user": user(review.author), "body": "",
      "state": .text(states[review.state] ?? "PENDING"), "html_url": .text("\(web)/r/\(number)"),
      "pull_request_url": .text("\(api)/repos/acme/web/pulls/12"), "submitted_at": Self.then,
      "commit_id": .text(review.commit), "author_association": "MEMBER",
      "_links": ["html": ["href": .text(web)], "pull_request": ["href": .text(web)]],
    ]
  }

  func status(_ commit: String, _ members: [String: String], by account: ForgeSite.Account) -> JSON {
    [
      "url": .text("\(api)/repos/acme/web/statuses/\(commit)"), "avatar_url": .null, "id": 1, "node_id": "S1",
      "state": .text(members["state"] ?? ""), "description": members["description"].map { .text($0) } ?? .null,
      "target_url": members["target_url"].map { .text($0) } ?? .null, "context": .text(members["context"] ?? "default"),
      "created_at": Self.then, "updated_at": Self.then, "creator": user(account),
    ]
  }
}
