package import ReleaseProcess
import ReleaseScope

/// Asks a forge what it knows of the steps of a release: its pull request, who reviewed and merged it, what was told in
/// a comment, and what came to production.
package struct ForgeEvidenceFetch {
  package struct Question {
    /// The branches that the release may have, the likeliest first.
    package var heads: [String]
    package var base: String
    /// The environment that is production; `nil` if none is asked for.
    package var environment: String?

    package init(heads: [String], base: String, environment: String? = nil) {
      self.heads = heads
      self.base = base
      self.environment = environment
    }
  }

  package struct Answer: Equatable, Sendable {
    /// `nil` where the forge has none.
    package var pullRequest: PullRequestEvidence?
    /// `nil` where it was not asked for them, or does not tell.
    package var deployments: [DeploymentEvidence]?
    /// Why it may not be all, worded for people.
    package var gaps: [String] = []
  }

  private let forge: any ForgeRecord
  private let told: (Comment) -> PullRequestEvidence.Comment?
  private var gaps: [String] = []

  /// - Parameter told: What a comment tells of the release; `nil` for one that is not relscope's about this version.
  /// - Throws: ``ForgeError``: then nothing is known.
  package static func run(
    _ question: Question, on forge: any ForgeRecord, told: @escaping (Comment) -> PullRequestEvidence.Comment?
  ) async throws(ForgeError) -> Answer {
    var fetch = ForgeEvidenceFetch(forge: forge, told: told)
    var answer = Answer()
    answer.pullRequest = try await fetch.pullRequest(question)
    if let environment = question.environment {
      answer.deployments = try await fetch.deployments(to: environment, since: answer.pullRequest?.mergedAt)
    }
    answer.gaps = fetch.gaps
    return answer
  }

  private mutating func pullRequest(_ question: Question) async throws(ForgeError) -> PullRequestEvidence? {
    for head in question.heads {
      let known = try await forge.requests(from: head, into: question.base).filter {
        $0.head.branch == head && $0.base.branch == question.base && !$0.isFromFork
      }
      if let request = Self.current(known) { return try await evidence(request) }
    }
    return nil
  }

  /// The one that is open; else the last that was merged; else the last.
  private static func current(_ requests: [PullRequest]) -> PullRequest? {
    let newest = requests.sorted { $0.number > $1.number }
    return newest.first { $0.state == .open } ?? newest.first { $0.state == .merged } ?? newest.first
  }

  private mutating func evidence(_ request: PullRequest) async throws(ForgeError) -> PullRequestEvidence {
    let history = try await forge.history(of: request)
    var evidence = PullRequestEvidence(
      number: request.number, url: request.url, state: request.state.evidence, isDraft: request.isDraft)
    evidence.author = request.author
    evidence.createdAt = history.createdAt
    if let head = request.head.commit { evidence.head = try await forge.id(of: head) }
    if request.state == .merged {
      evidence.mergedAt = history.mergedAt
      evidence.mergedBy = history.mergedBy
      if let commit = history.mergeCommit { evidence.mergeCommit = try await forge.id(of: commit) }
    }
    let reviews = try await forge.readable { () throws(ForgeError) in try await forge.reviews(of: request) }
    if reviews == nil { gaps.append("the token may not read the reviews of pull request \(request.number)") }
    for review in reviews ?? [] {
      var commit: ObjectID?
      if let name = review.commit { commit = try await forge.id(of: name) }
      evidence.reviews.append(
        ForgeReview(
          by: review.author ?? "an account that is gone", state: review.stand.rawValue, commit: commit,
          time: review.time.flatMap { Instant(parsing: $0) }))
    }
    let comments = try await forge.readable { () throws(ForgeError) in try await forge.comments(on: request) }
    if comments == nil { gaps.append("the token may not read the comments of pull request \(request.number)") }
    evidence.areCommentsRead = comments != nil
    evidence.comment = comments?.compactMap(told).last
    return evidence
  }

  private mutating func deployments(
    to environment: String, since start: Instant?
  ) async throws(ForgeError) -> [DeploymentEvidence]? {
    let record = try await forge.readable { () throws(ForgeError) in
      try await forge.deployments(to: environment, since: start)
    }
    switch record {
    case nil:
      gaps.append("the token may not read the deployments to '\(environment)'")
      return nil
    case .untold(let reason):
      gaps.append(reason)
      return nil
    case .told(let deployments, let leftOut):
      if leftOut > 0 {
        gaps.append("\(leftOut) deployments to '\(environment)' between the first and the last were not asked for")
      }
      var found: [DeploymentEvidence] = []
      for deployment in deployments {
        guard let commit = try await forge.id(of: deployment.commit) else {
          gaps.append("a deployment to '\(environment)' is of commit \(deployment.commit), which nobody knows")
          continue
        }
        found.append(
          DeploymentEvidence(
            environment: environment, commit: commit, hasSucceeded: deployment.hasSucceeded, time: deployment.time,
            by: deployment.by, url: deployment.url))
      }
      return found.sorted { $0.time < $1.time }
    }
  }
}

extension PullRequest.State {
  fileprivate var evidence: PullRequestEvidence.State {
    switch self {
    case .open: .open
    case .closed: .closed
    case .merged: .merged
    }
  }
}
