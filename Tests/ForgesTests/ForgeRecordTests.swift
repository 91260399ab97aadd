import HTTP
import ReleaseProcess
import ReleaseScope
import ScriptedTransport
import Testing

@testable import Forges

/// What forges say of the steps of a release, in each one's form.
struct ForgeRecordTests {
  private static let head = String(repeating: "a", count: 40)

  private func client(_ kind: ForgeKind, _ transport: ScriptedTransport) throws -> ForgeClient {
    let api = try ServiceAddress(parsing: "https://git.corp/api")
    return ForgeClient(ForgeRepository(kind: kind, api: api, path: "acme/web"), over: transport)
  }

  private func pull(_ number: Int, _ rest: String, repository: String = "acme/web") -> String {
    let side = { (name: String) in "\"sha\":\"\(Self.head)\",\"repo\":{\"full_name\":\"\(name)\"}" }
    return "{\"number\":\(number),\"title\":\"t\",\(rest),\"head\":{\"ref\":\"r\",\(side(repository))},"
      + "\"base\":{\"ref\":\"main\",\(side("acme/web"))}}"
  }

  @Test(
    arguments: [
      (["open", "closed", "merged"], 1), (["closed", "merged", "closed"], 2), (["closed", "closed", "closed"], 3),
      (["merged", "merged", "closed"], 2), (["fork", "fork", "closed"], 3), (["fork", "fork", "fork"], nil),
    ] as [([String], Int?)])
  func `takes the open request, else the last that was merged, else the last`(states: [String], number: Int?)
    async throws
  {
    let pulls = states.enumerated().map { place, state in
      let merged = state == "merged" ? "\"2026-11-24T10:00:00Z\"" : "null"
      return pull(
        place + 1, "\"state\":\"\(state == "open" || state == "fork" ? "open" : "closed")\",\"merged_at\":\(merged)",
        repository: state == "fork" ? "dana/web" : "acme/web")
    }
    let transport = ScriptedTransport { request, _ in
      if request.path.hasSuffix("/pulls") { return .json("[\(pulls.joined(separator: ","))]") }
      let isList = request.path.hasSuffix("/reviews") || request.path.hasSuffix("/comments")
      return .json(isList ? "[]" : "{\"created_at\":\"2026-11-20T10:00:00Z\"}")
    }
    let answer = try await ForgeEvidenceFetch.run(
      ForgeEvidenceFetch.Question(heads: ["r"], base: "main"), on: try client(.github, transport).forge
    ) { _ in nil }
    #expect(answer.pullRequest?.number == number)
    #expect(answer.gaps == [])
  }

  @Test func `asks again by the name that the owner has now`() async throws {
    let transport = ScriptedTransport { request, _ in
      guard request.path.hasSuffix("/pulls") else { return .json("{\"full_name\":\"corp/web\"}") }
      return .json(request.query.contains("corp%3Ar") ? "[\(self.pull(3, "\"state\":\"open\""))]" : "[]")
    }
    let found = try await client(.github, transport).forge.requests(from: "r", into: "main")
    #expect(found.map(\.number) == [3])
  }

  @Test func `reads deployments up to the merge, and of very many the first and the last`() async throws {
    let transport = ScriptedTransport { request, _ in
      guard request.path.hasSuffix("/deployments") else {
        return .json(
          "[{\"state\":\"inactive\",\"created_at\":\"\(Self.day(1))\"},{\"state\":\"success\",\"created_at\":\"\(Self.day(1))\"}]"
        )
      }
      let page = request.query.contains("page=2") ? 2 : 1
      let all = (0..<100).map { place in
        // Newest first; on the second page are those before the merge.
        let time = page == 1 ? Self.day(100 + place) : "2026-10-01T10:00:00Z"
        return "{\"id\":\(place),\"sha\":\"\(Self.head)\",\"created_at\":\"\(time)\"}"
      }
      let extra = page == 1 ? all : ["{\"id\":200,\"sha\":\"\(Self.head)\",\"created_at\":\"\(Self.day(1))\"}"] + all
      let next = "<https://git.corp/api/repos/acme/web/deployments?page=\(page + 1)>; rel=\"next\""
      return .json("[\(extra.joined(separator: ","))]", headers: ["Link": next])
    }
    let record = try await client(.github, transport).forge.deployments(
      to: "production", since: Instant(parsing: "2026-11-01T00:00:00Z"))
    guard case .told(let deployments, let leftOut) = record else {
      Issue.record("it does not tell")
      return
    }
    #expect(deployments.count == 100)
    #expect(leftOut == 1)
    #expect(deployments.count { $0.hasSucceeded } == 100)
    #expect(transport.requests.count { $0.path.hasSuffix("/deployments") } == 2)
  }

  private static func day(_ number: Int) -> String {
    "2026-\(number < 100 ? "11" : "12")-\(10 + number % 10)T10:00:00Z"
  }

  @Test(arguments: [ForgeKind.gitea, .forgejo, .bitbucketDataCenter])
  func `says which forges do not tell of deployments`(kind: ForgeKind) async throws {
    let record = try await client(kind, ScriptedTransport([:])).forge.deployments(to: "production", since: nil)
    guard case .untold(let reason) = record else {
      Issue.record("it tells \(record)")
      return
    }
    #expect(reason.contains("let 'production:' name a tag or a branch"))
  }

  @Test func `asks Bitbucket for all digits of a commit`() async throws {
    let transport = ScriptedTransport(["/commit/aaaaaaaaaaaa": [.json("{\"hash\":\"\(Self.head)\"}")]])
    let forge = try client(.bitbucketCloud, transport).forge
    let names = try ["aaaaaaaaaaaa", "bbbbbbbbbbbb", Self.head].map { try #require(CommitName($0)) }
    var ids: [String?] = []
    for name in names { ids.append(try await forge.id(of: name)?.description) }
    #expect(ids == [Self.head, nil, Self.head])
    #expect(transport.requests.count == 2)
  }
}
