import HTTP
package import ReleaseScope

/// Keeps one comment on a pull request current: makes it, or edits the one that is there.
package struct CommentPost {
  /// What is said, and of which commit.
  package struct Question {
    package var head: String
    package var base: String
    /// The commit that was judged: nothing is said of another one.
    package var judged: ObjectID
    /// The first line of the comment, by which it is found again.
    package var marker: String
    /// The most that the comment may have, in UTF-16 units.
    package var limit: Int

    package init(head: String, base: String, judged: ObjectID, marker: String, limit: Int) {
      self.head = head
      self.base = base
      self.judged = judged
      self.marker = marker
      self.limit = limit
    }
  }

  package enum Outcome: Equatable, Sendable {
    case made
    /// With the account whose comment it is: the token may not say whether it is its own, and so it will not be found
    /// again before somebody says it.
    case madeAs(String)
    case edited
    /// It says what is to be said.
    case unchanged
  }

  private let question: Question
  private let forge: any Forge
  private let compose: (_ earlier: String?, _ limit: Int) -> String

  /// - Parameters:
  ///   - compose: Writes the comment, with the marker, up to a limit. It is given the comment that is there.
  /// - Returns: The pull request, as it was before the comment was written.
  /// - Throws: ``ForgeError``: then nothing was posted, or nobody knows.
  package static func run(
    _ question: Question, on forge: any Forge, _ compose: @escaping (_ earlier: String?, _ limit: Int) -> String
  ) async throws(ForgeError) -> (request: PullRequest, outcome: Outcome) {
    try await CommentPost(question: question, forge: forge, compose: compose).post()
  }

  private func post() async throws(ForgeError) -> (request: PullRequest, outcome: Outcome) {
    let found = try await forge.openPullRequest(from: question.head, into: question.base)
    try refuseOther(found)
    let asker = Asker(try await forge.asker(), else: forge.client.account)
    let comments = try await forge.comments(on: found)
    let own = try own(among: comments, asker)
    // The comments of a long discussion take their time, and somebody may have pushed meanwhile.
    let request = try await forge.pullRequest(found.number)
    try refuseOther(request)
    for comment in own {
      let body = compose(comment.body, question.limit)
      if Comment.comparable(body) == comment.comparable { return (request, .unchanged) }
      do {
        try await replace(comment, by: body, on: request)
        return (request, .edited)
      } catch {
        // Then only the forge knows which comment is the token's own.
        guard isTrial(asker), error.isRefusal else { throw error }
      }
    }
    return try await make(on: request, asker, beside: Set(comments.map(\.id)))
  }

  private func refuseOther(_ request: PullRequest) throws(ForgeError) {
    guard request.state == .open else {
      throw forge.client.error(.notOpen(number: request.number, request.state))
    }
    guard request.brings(question.head, into: question.base) else {
      throw forge.client.error(
        .retargeted(number: request.number, head: request.head.branch, base: request.base.branch))
    }
    guard let head = request.head.commit, head.names(question.judged) else {
      throw forge.client.error(
        .moved(
          number: request.number, head: request.head.commit?.abbreviated ?? "no commit",
          judged: question.judged.abbreviated))
    }
  }

  /// The comments that begin with the marker, which anybody can paste, and are by whoever asks; oldest first.
  ///
  /// - Throws: ``ForgeError`` with `unknownAuthor` where nobody can tell: to edit a stranger's comment is as wrong as
  ///   to make one more at each run.
  private func own(among comments: [Comment], _ asker: Asker) throws(ForgeError) -> [Comment] {
    let marked = comments.filter { comment in
      comment.comparable.split(separator: "\n", maxSplits: 1).first.map(String.init) == question.marker
    }
    switch asker {
    case .known(let own): return marked.filter { $0.author?.id == own.id }
    case .named(let login): return marked.filter { $0.author?.login?.lowercased() == login.lowercased() }
    case .job, .unknown: break
    }
    if isTrial(asker) { return marked }
    let possible = marked.filter(mayBeOwn)
    let own = asker == .job ? possible.filter(isOfJob) : []
    let authors = possible.map { $0.author?.login ?? "an account without a name" }
    guard !own.isEmpty || authors.isEmpty else {
      var seen: Set<String> = []
      throw forge.client.error(.unknownAuthor(authors.filter { seen.insert($0).inserted }))
    }
    return own
  }

  /// Whether whatever can be edited is one's own, and nothing else tells.
  private func isTrial(_ asker: Asker) -> Bool {
    guard case .editsOwnAlone = forge.authorship else { return false }
    return asker == .unknown || asker == .job
  }

  private func mayBeOwn(_ comment: Comment) -> Bool {
    guard case .robots = forge.authorship else { return comment.author != nil }
    return comment.author?.isRobot == true
  }

  private func isOfJob(_ comment: Comment) -> Bool {
    guard comment.author?.isRobot == true else { return false }
    guard case .robots(let job) = forge.authorship else { return true }
    return comment.author?.login == job
  }

  private func replace(_ comment: Comment, by body: String, on request: PullRequest) async throws(ForgeError) {
    do {
      try await shortening(body, after: comment.body) { text throws(ForgeError) in
        try await forge.replace(comment, by: text, on: request)
      }
    } catch {
      guard case .conflict = error.fault,
        // Somebody has edited it since it was read.
        let now = try await forge.comments(on: request).first(where: { $0.id == comment.id })
      else { throw error }
      try await forge.replace(now, by: compose(now.body, question.limit), on: request)
    }
  }

  /// Sends half as much again and again, where the forge finds it too long after all.
  private func shortening(
    _ body: String, after earlier: String?, _ send: (String) async throws(ForgeError) -> Void
  ) async throws(ForgeError) {
    var body = body
    var limit = question.limit
    while true {
      do {
        return try await send(body)
      } catch {
        guard error.mayBeLength(of: body), limit > Self.leastLimit else { throw error }
        limit = min(limit, body.utf16.count) / 2
        body = compose(earlier, limit)
      }
    }
  }

  /// A comment that is cut to less tells nothing.
  private static var leastLimit: Int { 5_000 }

  private func make(
    on request: PullRequest, _ asker: Asker, beside others: Set<String>
  ) async throws(ForgeError) -> (request: PullRequest, outcome: Outcome) {
    var author: Comment.Author?
    try await shortening(compose(nil, question.limit), after: nil) { body throws(ForgeError) in
      do throws(ForgeError) {
        author = try await forge.add(body, to: request)
      } catch {
        guard error.mayHaveBeenDone else { throw error }
        // It is looked for before it is made a second time.
        let made = try await forge.comments(on: request).first { comment in
          !others.contains(comment.id) && comment.comparable == Comment.comparable(body)
        }
        if let made { author = made.author } else { author = try await forge.add(body, to: request) }
      }
    }
    return (request, outcome(of: author, asker))
  }

  private func outcome(of author: Comment.Author?, _ asker: Asker) -> Outcome {
    guard let author, let login = author.login, !isTrial(asker) else { return .made }
    let isFoundAgain =
      switch asker {
      case .known: true
      case .named(let name): name.lowercased() == login.lowercased()
      case .job: isOfJob(Comment(id: "", body: "", author: author))
      case .unknown: false
      }
    return isFoundAgain ? .made : .madeAs(login)
  }
}

extension ForgeError {
  /// Whether the comment is none that the token may edit.
  fileprivate var isRefusal: Bool {
    switch fault {
    case .forbidden, .readOnly, .notFound: true
    default: false
    }
  }

  /// Whether nobody knows what became of the request.
  fileprivate var mayHaveBeenDone: Bool {
    switch fault {
    case .transport(let error):
      switch error {
      case .timedOut, .interrupted: true
      case .untrusted, .unreachable, .overdue, .tooLong: false
      }
    case .failed(status: 500..., _): true
    default: false
    }
  }

  /// One forge says nothing but that it does not want it.
  fileprivate func mayBeLength(of body: String) -> Bool {
    switch fault {
    case .tooLong: true
    case .failed(status: 400, _): body.utf16.count > 10_000
    default: false
    }
  }
}
