import ServiceJSON

/// GitHub, in the shapes of its description of 2022-11-28.
struct GitHubFace: ForgeFace {
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer {
    .json(
      ["message": .text(message), "documentation_url": "https://docs.github.com/rest", "status": .text("\(status)")],
      status: status)
  }

  private var missing: ForgeAnswer { refusal(404, "Not Found") }

  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer {
    var path = question.path
    if path == ["user"] {
      return site.maySayWho
        ? .json(Shapes(question).user(site.asker)) : refusal(403, "Resource not accessible by integration")
    }
    if path.starts(with: ["repositories", "1000"]) {
      path.removeFirst(2)
    } else {
      guard path.first == "repos", path.count >= 3, "\(path[1])/\(path[2])" == site.repository else { return missing }
      path.removeFirst(3)
    }
    let shapes = Shapes(question)
    switch (question.method, path.first) {
    case ("GET", nil): return .json(shapes.repository(site.repository))
    case ("GET", "pulls"): return pulls(path, question, site)
    case ("GET", "rules"):
      return question.page(
        site.requiredChecks.isEmpty ? [] : [rule(site.requiredChecks)], size: "per_page", limit: site.pageLimit)
    case ("GET", "branches") where path.count > 1:
      return .json(["name": .text(path.dropFirst().joined(separator: "/")), "protected": false])
    case ("POST", "statuses"):
      guard (question.text("description") ?? "").count <= 140 else {
        return refusal(422, "Validation Failed: description is too long (maximum is 140 characters)")
      }
      site.statuses.append(ForgeSite.Status(commit: path[1], members: question.plain))
      return .json(shapes.status(path[1], question.plain, by: site.asker), status: 201)
    case ("GET", "deployments"): return deployments(path, question, site)
    case (_, "issues"): return comments(path, question, &site)
    default: return missing
    }
  }

  private func rule(_ checks: [String]) -> JSON {
    [
      "type": "required_status_checks", "ruleset_source_type": "Repository", "ruleset_source": "acme/web",
      "ruleset_id": 1,
      "parameters": [
        "strict_required_status_checks_policy": false,
        "required_status_checks": .list(checks.map { ["context": .text($0)] }),
      ],
    ]
  }

  private func pulls(_ path: [String], _ question: ForgeQuestion, _ site: ForgeSite) -> ForgeAnswer {
    let shapes = Shapes(question)
    guard path.count > 1 else {
      var found = site.pulls.filter { question.query["state"] == "all" || $0.state == "open" }
      // The filter counts only with an owner.
      if let head = question.query["head"], let colon = head.firstIndex(of: ":"), !head[..<colon].contains("/") {
        let branch = String(head[head.index(after: colon)...])
        found = found.filter { $0.head == branch && ($0.headRepository ?? "").hasPrefix("\(head[..<colon])/") }
      }
      if let base = question.query["base"] { found = found.filter { $0.base == base } }
      return question.page(found.map { shapes.pull($0, site, isWhole: false) }, size: "per_page", limit: site.pageLimit)
    }
    guard let pull = Int(path[1]).flatMap(site.pull) else { return missing }
    guard path.count > 2, path[2] == "reviews" else { return .json(shapes.pull(pull, site, isWhole: true)) }
    let reviews = site.reviews.enumerated().map { shapes.review($1, number: $0 + 1) }
    return question.page(reviews, size: "per_page", limit: site.pageLimit)
  }

  /// Newest first, as its states are.
  private func deployments(_ path: [String], _ question: ForgeQuestion, _ site: ForgeSite) -> ForgeAnswer {
    let shapes = Shapes(question)
    if path.count == 3, path[2] == "statuses", let place = Int(path[1]), site.deployments.indices.contains(place) {
      let states = site.deployments[place].states.reversed().map { shapes.state($0, of: place, site) }
      return question.page(states, size: "per_page", limit: site.pageLimit)
    }
    guard path.count == 1 else { return missing }
    let found = site.deployments.indices.reversed()
      .filter { [nil, site.deployments[$0].environment].contains(question.query["environment"]) }
    return question.page(found.map { shapes.deployment($0, site) }, size: "per_page", limit: site.pageLimit)
  }

  private func comments(
    _ path: [String], _ question: ForgeQuestion, _ site: inout ForgeSite
  ) -> ForgeAnswer {
    let shapes = Shapes(question)
    if let body = question.text("body"), body.utf16.count > site.longest {
      return .json(
        [
          "message": "Validation Failed",
          "errors": [
            [
              "resource": "IssueComment", "code": "unprocessable", "field": "data",
              "message": "Body is too long (maximum is 65536 characters)",
            ]
          ],
        ], status: 422)
    }
    switch (question.method, path.count) {
    case ("GET", 3) where path[2] == "comments":
      guard Int(path[1]).flatMap(site.pull) != nil else { return missing }
      return question.page(site.notes.map { shapes.comment($0) }, size: "per_page", limit: site.pageLimit)
    case ("POST", 3) where path[2] == "comments":
      guard Int(path[1]).flatMap(site.pull) != nil else { return missing }
      let note = site.add(question.text("body") ?? "")
      return .json(shapes.comment(note), status: 201)
    case ("PATCH", 3) where path[1] == "comments":
      guard let note = site.edit(Int(path[2]) ?? 0, question.text("body") ?? "") else { return missing }
      return .json(shapes.comment(note))
    default: return missing
    }
  }
}

extension ForgeSite {
  mutating func add(_ body: String) -> Note {
    let note = Note((notes.map(\.id).max() ?? 100) + 1, body, by: asker)
    notes.append(note)
    return note
  }

  /// - Returns: `nil` where there is no such comment.
  mutating func edit(_ id: Int, _ body: String) -> Note? {
    guard let place = notes.firstIndex(where: { $0.id == id }) else { return nil }
    notes[place].body = body
    notes[place].version += 1
    return notes[place]
  }
}
