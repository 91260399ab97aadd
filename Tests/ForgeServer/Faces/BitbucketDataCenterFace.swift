import Foundation
import ServiceJSON

/// Bitbucket Data Center, version 1.0 of its interface.
struct BitbucketDataCenterFace: ForgeFace {
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer {
    .json(
      [
        "errors": [["context": .null, "message": .text(message), "exceptionName": "com.atlassian.bitbucket.Exception"]]
      ],
      status: status)
  }

  private var missing: ForgeAnswer { refusal(404, "Repository does not exist.") }

  private func user(_ account: ForgeSite.Account) -> JSON {
    [
      "id": .number(account.id), "name": .text(account.login), "slug": .text(account.login),
      "displayName": .text(account.login), "emailAddress": .text("\(account.login)@example.com"), "active": true,
      "type": "NORMAL",
    ]
  }

  private func repository(_ name: String) -> JSON {
    let parts = name.split(separator: "/").map(String.init)
    return [
      "slug": .text(parts[1]), "id": 1, "name": .text(parts[1]), "scmId": "git", "state": "AVAILABLE",
      "project": ["key": .text(parts[0].uppercased()), "id": 1, "name": .text(parts[0]), "type": "NORMAL"],
    ]
  }

  private func pull(_ pull: ForgeSite.Pull, _ site: ForgeSite, _ question: ForgeQuestion) -> JSON {
    func reference(_ branch: String, _ commit: String, _ name: String?) -> JSON {
      [
        "id": .text("refs/heads/\(branch)"), "displayId": .text(branch), "latestCommit": .text(commit),
        "repository": name.map(repository) ?? .null,
      ]
    }
    let reviewers: [JSON] = site.reviews.filter { $0.state != "comment" }.map { review in
      [
        "user": user(review.author), "role": "REVIEWER", "approved": .bool(review.state == "approved"),
        "status": .text(review.state == "approved" ? "APPROVED" : "NEEDS_WORK"),
        "lastReviewedCommit": .text(review.commit),
      ]
    }
    let state = ["open": "OPEN", "closed": "DECLINED", "merged": "MERGED"][pull.state] ?? "OPEN"
    return [
      "id": .number(pull.number), "version": 3, "title": .text(pull.title), "state": .text(state),
      "open": .bool(pull.state == "open"), "closed": .bool(pull.state != "open"), "draft": .bool(pull.isDraft),
      "createdDate": 1_795_000_000_000, "updatedDate": 1_795_000_000_000,
      "fromRef": reference(pull.head, pull.headCommit, pull.headRepository),
      "toRef": reference(pull.base, String(repeating: "b", count: 40), site.repository), "locked": false,
      "author": [
        "user": user(ForgeSite.Account(3, "dana")), "role": "AUTHOR", "approved": false, "status": "UNAPPROVED",
      ],
      "reviewers": .list(reviewers), "participants": [],
      "links": [
        "self": [["href": .text("\(question.web)/projects/ACME/repos/web/pull-requests/\(pull.number)")]]
      ],
    ]
  }

  private func comment(_ note: ForgeSite.Note) -> JSON {
    [
      "id": .number(note.id), "version": .number(note.version), "text": .text(note.body), "author": user(note.author),
      "createdDate": 1_795_000_000_000, "updatedDate": 1_795_000_000_000, "comments": [], "tasks": [],
      "severity": "NORMAL",
      "state": "OPEN", "properties": ["repositoryId": 1],
    ]
  }

  private func page(_ elements: [JSON], _ question: ForgeQuestion, limit: Int) -> ForgeAnswer {
    let size = min(question.number("limit", 25), limit)
    let start = min(question.number("start", 0), elements.count)
    let end = min(start + size, elements.count)
    return .json([
      "size": .number(end - start), "limit": .number(size), "start": .number(start),
      "isLastPage": .bool(end == elements.count), "nextPageStart": end == elements.count ? .null : .number(end),
      "values": .list(Array(elements[start..<end])),
    ])
  }

  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    let path = question.path
    guard path.first == "projects", path.count >= 4, path[2] == "repos",
      "\(path[1])/\(path[3])".lowercased() == site.repository
    else { return missing }
    let rest = Array(path.dropFirst(4))
    switch (question.method, rest.first) {
    case ("GET", nil): return .json(repository(site.repository))
    case ("POST", "commits") where rest.last == "builds":
      site.statuses.append(ForgeSite.Status(commit: rest[1], members: question.plain))
      return .nothing
    case ("GET", "pull-requests") where rest.count == 1:
      let branch = question.query["at"] ?? ""
      // Without a direction, it is the branch that is merged into.
      let isSource = question.query["direction"] == "OUTGOING"
      let found = site.pulls.filter { pull in
        (question.query["state"] == "ALL" || pull.state == "open")
          && (branch.isEmpty || branch == "refs/heads/\(isSource ? pull.head : pull.base)")
      }
      return page(found.map { pull($0, site, question) }, question, limit: site.pageLimit)
    case (_, "pull-requests"):
      guard let found = Int(rest[1]).flatMap(site.pull) else { return refusal(404, "No such pull request.") }
      switch (question.method, rest.count > 2 ? rest[2] : nil) {
      case ("GET", nil): return .json(pull(found, site, question))
      case ("GET", "merge"):
        return .json(["canMerge": .bool(!found.isDraft), "conflicted": false, "outcome": "CLEAN", "vetoes": []])
      case ("GET", "activities"): return activities(of: found, question, site)
      case (_, "comments"): return comments(Array(rest.dropFirst(3)), question, &site)
      default: return missing
      }
    default: return missing
    }
  }

  private static func milliseconds(_ time: String) -> Int {
    let date = try? Date(time, strategy: .iso8601)
    return Int(date?.timeIntervalSince1970 ?? 0) * 1000
  }

  /// Newest first, and with entries of other kinds.
  private func activities(of pull: ForgeSite.Pull, _ question: ForgeQuestion, _ site: ForgeSite) -> ForgeAnswer {
    let opened: JSON = [
      "id": 1, "createdDate": 1_795_000_000_000, "user": user(ForgeSite.Account(3, "dana")), "action": "OPENED",
    ]
    let comments: [JSON] = site.notes.reversed().map { note in
      [
        "id": .number(note.id + 10_000), "createdDate": 1_795_000_000_000, "user": user(note.author),
        "action": "COMMENTED", "commentAction": "ADDED", "comment": comment(note),
      ]
    }
    var merged: [JSON] = []
    if pull.state == "merged" {
      merged = [
        [
          "id": 2, "createdDate": .number(Self.milliseconds(pull.mergedAt)), "user": user(pull.mergedBy),
          "action": "MERGED", "commit": pull.mergeCommit.map { ["id": .text($0)] } ?? .null,
        ]
      ]
    }
    return page(merged + comments + [opened], question, limit: site.pageLimit)
  }

  private func comments(_ path: [String], _ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    let body = question.text("text") ?? ""
    guard body.utf16.count <= site.longest else {
      return .json(
        [
          "errors": [
            [
              "context": "text", "message": "Please enter a non-empty value less than 32768 characters",
              "exceptionName": .null,
            ]
          ]
        ], status: 400)
    }
    guard question.method == "PUT" else { return .json(comment(site.add(body)), status: 201) }
    let id = path.first.flatMap { Int($0) } ?? 0
    guard let known = site.notes.first(where: { $0.id == id }) else { return refusal(404, "No such comment.") }
    guard known.author == site.asker else { return refusal(403, "You are not permitted to edit this comment.") }
    guard question.body["version"] == .number(known.version) else {
      return refusal(409, "You are attempting to modify a comment based on out-of-date information.")
    }
    guard let note = site.edit(id, body) else { return missing }
    return .json(comment(note))
  }
}
