import JSON
import Console
import Documents
import Forges
import ReleaseScope
import Reports

extension PullRequestStanding {
  /// For people, a line for each thing, with a line end at the end.
  var text: String {
    let words = TerminalText.detected
    var lines = [words.cleaned("pull request \(request.number): \(request.title)")]
    if let url = request.url { lines.append("  \(words.cleaned(url))") }
    func add(_ label: String, _ text: String) {
      lines.append("  \(label)\(String(repeating: " ", count: 9 - label.count))\(words.cleaned(text))")
    }
    add("state", request.state.rawValue + (request.isDraft ? ", a draft" : ""))
    add("head", "\(request.head.branch)\((request.head.commit?.abbreviated).map { " at \($0)" } ?? "")")
    add("base", request.base.branch)
    if let author = request.author { add("author", author) }
    switch request.mergeability {
    case .can: add("merge", "\(kind.name) would merge it")
    case .cannot(let reason): add("merge", "\(kind.name) would not merge it: \(reason)")
    case .unknown: add("merge", "\(kind.name) does not tell whether it would merge it")
    }
    for review in reviews ?? [] { add("review", said(review)) }
    if reviews?.isEmpty == true { add("review", "none") }
    if reviews == nil { add("review", "the token may not read them") }
    add("checks", checkWords)
    return lines.map { "\($0)\n" }.joined()
  }

  private func said(_ review: Review) -> String {
    let author = review.author ?? "an account that is gone"
    let stand =
      switch review.stand {
      case .approved: "approved"
      case .changesRequested: "wants changes"
      case .dismissed: "was dismissed"
      }
    guard let commit = review.commit else { return "\(author) \(stand); \(kind.name) ties it to no commit" }
    let isHead = commit == request.head.commit
    return "\(author) \(stand) at \(commit.abbreviated)\(isHead ? "" : ", which is not the head")"
  }

  private var checkWords: String {
    switch requiredChecks {
    case .unknown: "\(kind.name) does not tell which are required"
    case .pipeline: "required: the whole pipeline; relscope counts if it is one of its jobs"
    case .named(let names) where names.isEmpty: noneWords
    case .patterns(let names) where names.isEmpty: noneWords
    case .atLeast(let names) where names.isEmpty: "none is known to be required, and the token may not read all"
    case .named(let names), .patterns(let names): "required: \(names.joined(separator: ", "))\(relscopeWords)"
    case .atLeast(let names):
      "required: \(names.joined(separator: ", ")), and maybe others, which the token may not read\(relscopeWords)"
    }
  }

  private var noneWords: String { "none is required: whoever may merge can merge a release that fails" }

  private var relscopeWords: String {
    requiredChecks.hasRelscope == true ? "" : "; none has the name relscope, and a job of another name may run it"
  }

  /// `relscope.pull-request/1`.
  var document: JSONValue {
    let mergeability: (JSONValue?, JSONValue?) =
      switch request.mergeability {
      case .can: (.bool(true), nil)
      case .cannot(let reason): (.bool(false), .string(reason))
      case .unknown: (nil, nil)
      }
    let checks: JSONValue? = requiredChecks.names.map { names in .array(names.map { .string($0) }) }
    return .object([
      "schema": .string("relscope.pull-request/1"),
      "forge": .string(kind.rawValue),
      "repository": .string(repository),
      "number": .number(request.number),
      "url": request.url.map { .string($0) },
      "title": .string(request.title),
      "state": .string(request.state.rawValue),
      "draft": .bool(request.isDraft),
      "author": request.author.map { .string($0) },
      "head": document(of: request.head),
      "base": document(of: request.base),
      "mergeable": mergeability.0,
      "notMergeableFor": mergeability.1,
      "reviews": reviews.map { reviews in .array(reviews.map { document(of: $0) }) },
      "requiredChecks": checks,
      "relscopeIsRequired": requiredChecks.hasRelscope.map { .bool($0) },
    ])
  }

  private func document(of side: PullRequest.Side) -> JSONValue {
    .object(["branch": .string(side.branch), "commit": side.commit.map { .string($0) }])
  }

  private func document(of review: Review) -> JSONValue {
    .object([
      "author": review.author.map { .string($0) },
      "state": .string(review.stand.rawValue),
      "commit": review.commit.map { .string($0) },
      "ofHead": review.commit.map { .bool($0 == request.head.commit) },
      "time": review.time.map { .string($0) },
    ])
  }
}
