import Foundation
import HTTP
import ReleaseScope
import ScriptedTransport
import Synchronization
import Testing

@testable import Forges

/// What replies say, in each forge's form.
struct ForgeReplyTests {
  @Test(
    arguments: [
      (
        #"{"message":"Validation Failed","errors":[{"resource":"Label","code":"invalid","field":"color"}]}"#,
        "Validation Failed; invalid; color; Label"
      ),
      (#"{"message":{"body":["is too long"]}}"#, "is too long"), (#"{"error":"404 Not Found"}"#, "404 Not Found"),
      (#"{"error":"invalid_token","error_description":"Token is expired."}"#, "invalid_token; Token is expired."),
      (#"{"type":"error","error":{"message":"No.","fields":{"key":["too long"]}}}"#, "too long; No."),
      (#"{"errors":[{"context":"text","message":"Please","exceptionName":null}]}"#, "text; Please"),
      ("<html>Oops</html>", ""), ("plain words", "plain words"), ("", ""),
    ])
  func `reads the message of a refusal`(body: String, message: String) {
    #expect(ForgeMessage(Reply(status: 400, body: Array(body.utf8))).text == message)
  }

  @Test(
    arguments: [
      (#"<https://a/x?page=2>; rel="next", <https://a/x?page=9>; rel="last""#, "https://a/x?page=2"),
      (#"<https://a/x?page=1>; rel="prev", <https://a/x?a=b,c&page=3>; rel="next""#, "https://a/x?a=b,c&page=3"),
      (#"<https://a/x>; title="x"; rel=next"#, "https://a/x"), (#"<https://a/x?page=1>; rel="first""#, nil), ("", nil),
      ("<https://a/x", nil),
    ] as [(String, String?)])
  func `finds the next page`(header: String, link: String?) {
    #expect(ForgeClient.nextLink(header) == link)
  }

  private func client(_ kind: ForgeKind, _ transport: ScriptedTransport) throws -> ForgeClient {
    let api = try ServiceAddress(parsing: "https://git.corp/api")
    return ForgeClient(ForgeRepository(kind: kind, api: api, path: "acme/web"), over: transport)
  }

  @Test(
    arguments: [
      (Reply.json("[]", headers: ["Link": "<https://evil.example.com/x?page=2>; rel=\"next\""]), "at another place"),
      (
        Reply.json(
          "[]",
          headers: [
            "Link": "<https://git.corp/api/repos/acme/web/pulls?state=open&head=acme%3Ax&per_page=100>; rel=\"next\""
          ]),
        "at another place"
      ), (Reply(status: 307, headers: ["Location": "https://git.corp/api/x"]), "again and again"),
    ])
  func `follows no link to another place, and none for ever`(reply: Reply, words: String) async throws {
    let forge = try client(.github, ScriptedTransport { _, _ in reply }).forge
    let error = await #expect(throws: ForgeError.self) { _ = try await forge.candidates(from: "x", into: "main") }
    #expect(error?.problem.message.contains(words) == true, "\(error?.problem.message ?? "")")
  }

  @Test func `reads a merge request as GitLab sends it`() async throws {
    let body = """
      {"id":33092005,"iid":14656,"title":"Add it","state":"opened","target_branch":"master","source_branch":"x",
       "author":{"id":101,"username":"dana"},"source_project_id":278964,"target_project_id":278964,
       "work_in_progress":true,"merge_status":"can_be_merged","detailed_merge_status":"not_approved",
       "sha":"8e0b45049b6253b8984cde9241830d2851168142","web_url":"https://gitlab.example.com/1"}
      """
    let forge = try client(.gitlab, ScriptedTransport { _, _ in .json(body) }).forge
    let request = try await forge.pullRequest(14_656)
    #expect(request.number == 14_656 && request.isDraft && !request.isFromFork && request.state == .open)
    #expect(request.mergeability == .cannot("not_approved"))
    #expect(request.head.commit?.abbreviated == "8e0b450")
  }

  /// A deleted account has no name, or everybody's.
  @Test(arguments: [(ForgeKind.github, "null"), (.gitea, "{\"id\":-1,\"login\":\"Ghost\"}")])
  func `keeps what each account that is gone has said`(kind: ForgeKind, gone: String) async throws {
    func review(_ user: String, _ state: String) -> String {
      "{\"user\":\(user),\"state\":\"\(state)\",\"commit_id\":\"\(String(repeating: "a", count: 40))\"}"
    }
    let kim = "{\"id\":5,\"login\":\"kim\"}"
    let wants = kind == .github ? "CHANGES_REQUESTED" : "REQUEST_CHANGES"
    let replies = [
      review(gone, "APPROVED"), review(kim, wants), review(gone, wants), review(kim, "APPROVED"),
    ].joined(separator: ",")
    let forge = try client(
      kind, ScriptedTransport { _, _ in .json("[\(replies)]", headers: ["X-Total-Count": "4"]) }
    ).forge
    let side = PullRequest.Side(branch: "x", repository: "acme/web", commit: nil)
    let request = PullRequest(
      number: 12, url: nil, title: "t", state: .open, isDraft: false, author: nil, head: side, base: side,
      mergeability: .unknown)
    let reviews = try await forge.reviews(of: request)
    #expect(reviews.map(\.author) == [nil, "kim", nil])
    #expect(reviews.map(\.stand) == [.approved, .approved, .changesRequested])
  }

  @Test(
    arguments: [
      ("[]", "{\"protection\":{\"required_status_checks\":{\"contexts\":[\"ci\"]}}}", .named(["ci"])),
      ("[]", "{}", .named([])), ("[]", nil, .atLeast([])),
      (nil, "{\"protection\":{\"required_status_checks\":{\"contexts\":[\"ci\"]}}}", .atLeast(["ci"])),
      (nil, nil, .unknown),
    ] as [(String?, String?, RequiredChecks)])
  func `does not take a part of the required checks for all`(
    rules: String?, branch: String?, checks: RequiredChecks
  ) async throws {
    let refusal = Reply.json("{\"message\":\"Not Found\"}", status: 404)
    let transport = ScriptedTransport([
      "rules/branches/main": [rules.map { .json($0) } ?? refusal],
      "/web/branches/main": [branch.map { .json($0) } ?? refusal],
    ])
    #expect(try await client(.github, transport).forge.requiredChecks(on: "main") == checks)
  }

  /// Each page leads to another one, for ever.
  @Test(arguments: ForgeKind.allCases)
  func `comes to an end where the pages do not`(kind: ForgeKind) async throws {
    let transport = ScriptedTransport { (request, count) throws(TransportError) -> Reply in
      let next = "https://git.corp/api/x?page=\(count + 2)"
      let isList = kind == .bitbucketCloud || kind == .bitbucketDataCenter
      return .json(
        isList
          ? "{\"values\":[],\"next\":\"\(next)\",\"isLastPage\":false,\"nextPageStart\":\(count + 1)}" : "[{\"a\":1}]",
        headers: ["Link": "<\(next)>; rel=\"next\""])
    }
    struct Anything: Decodable {}
    let left = Mutex(120)
    var policy = RetryPolicy(chance: { 0 }, wait: { _ in })
    policy.limit = TimeLimit(seconds: 120) {
      left.withLock { left in
        left -= 1
        return .seconds(left)
      }
    }
    let api = try ServiceAddress(parsing: "https://git.corp/api")
    let client = ForgeClient(
      ForgeRepository(kind: kind, api: api, path: "acme/web"), over: RetryingTransport(transport, policy: policy))
    let error: ForgeError?
    switch kind {
    case .gitlab, .gitea, .forgejo:
      error = await #expect(throws: ForgeError.self) {
        _ = try await client.numberedPages("x") { Request(.get, ["x", "\($0)"]) } as [Anything]
      }
    case .github:
      error = await #expect(throws: ForgeError.self) {
        _ = try await client.pages(Request(.get, ["x"]), "x", of: Anything.self)
      }
    case .bitbucketCloud, .bitbucketDataCenter:
      error = await #expect(throws: ForgeError.self) { _ = try await client.forge.candidates(from: "x", into: "main") }
    }
    #expect(error?.fault == .transport(.overdue(seconds: 120)))
    #expect(error?.problem.kind == .unavailable)
    #expect(transport.requests.count < 120)
  }

  @Test func `asks again for a comment that somebody else has edited meanwhile`() async throws {
    let head = String(repeating: "a", count: 40)
    let pull = """
      {"id":12,"title":"t","state":"OPEN","fromRef":{"id":"refs/heads/x","latestCommit":"\(head)",
      "repository":{"slug":"web","project":{"key":"ACME"}}},"toRef":{"id":"refs/heads/main","latestCommit":"b",
      "repository":{"slug":"web","project":{"key":"ACME"}}}}
      """
    func activities(_ version: Int) -> Reply {
      .json(
        """
        {"isLastPage":true,"values":[{"action":"RESCOPED","comment":7},{"action":"COMMENTED","commentAction":"ADDED",
        "comment":{"id":1,"version":\(version),"text":"M\\n\\nold","author":{"name":"Bot"}}}]}
        """)
    }
    let transport = ScriptedTransport([
      "web": [.json("{}", headers: ["X-AUSERNAME": "bot"])],
      "/pull-requests": [.json("{\"isLastPage\":true,\"values\":[\(pull)]}")],
      "/pull-requests/12": [.json(pull)], "/activities": [activities(1), activities(2)],
      "/comments/1": [.json("{\"errors\":[]}", status: 409), .json("{}")],
    ])
    let id = try #require(ObjectID(head))
    let posted = try await CommentPost.run(
      CommentPost.Question(head: "x", base: "main", judged: id, marker: "M", limit: 1_000),
      on: try client(.bitbucketDataCenter, transport).forge
    ) { earlier, _ in "M\n\nnew after \(earlier ?? "nothing")" }
    #expect(posted.outcome == .edited)
    let sent = transport.bodies("/comments/1")
    #expect(sent.compactMap { $0["version"] as? Int } == [1, 2])
  }

  @Test func `looks for a comment of which nobody knows whether it was made`() async throws {
    let head = String(repeating: "a", count: 40)
    let side = "\"sha\":\"\(head)\",\"repo\":{\"full_name\":\"acme/web\"}"
    let pull = """
      {"number":12,"title":"t","state":"open","head":{"ref":"x",\(side)},"base":{"ref":"main",\(side)}}
      """
    for isThere in [true, false] {
      let transport = ScriptedTransport { (request, count) throws(TransportError) -> Reply in
        switch (request.method, request.path.split(separator: "/").last) {
        case (.get, "pulls"): return .json("[\(pull)]")
        case (.get, "12"): return .json(pull)
        case (.get, "user"): return .json("{\"id\":7,\"login\":\"bot\"}")
        case (.get, "comments"):
          let made = isThere && count > 4
          return .json(made ? "[{\"id\":1,\"body\":\"M\\r\\nnew\",\"user\":{\"id\":7,\"login\":\"bot\"}}]" : "[]")
        case (.post, "comments") where count == 4: throw .timedOut(seconds: 30)
        default: return .json("{}", status: 201)
        }
      }
      let id = try #require(ObjectID(head))
      let posted = try await CommentPost.run(
        CommentPost.Question(head: "x", base: "main", judged: id, marker: "M", limit: 1_000),
        on: try client(.github, transport).forge
      ) { _, _ in "M\nnew" }
      #expect(posted.outcome == .made)
      #expect(transport.requests.count { $0.method == .post } == (isThere ? 1 : 2))
    }
  }
}
