import FlyingFox
import Foundation
import LocalServer
import Synchronization
import ServiceJSON

/// A Jira on 127.0.0.1, Cloud or Data Center, with failures on request. It stops when nobody holds it any longer.
package final class JiraServer: Sendable {
  /// A request as it came.
  package struct Visit: Equatable, Sendable {
    package let path: String
    package let headers: [String: String]
    package let body: String
  }

  /// The address, with a context path.
  package let address: String

  private struct State {
    var site: JiraSite
    var faults: [JiraFault]
    var visits: [Visit] = []
    var waiting: [(end: String, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>
  private let server: LocalServer

  package init(_ site: JiraSite, faults: [JiraFault] = []) async throws {
    let link = Link()
    server = try await LocalServer { request in try await link.answer(request) }
    address = "http://127.0.0.1:\(server.port)/jira"
    state = Mutex(State(site: site, faults: faults))
    link.server.withLock { $0 = Weak(self) }
  }

  /// What the server was asked, in order.
  package var visits: [Visit] { state.withLock(\.visits) }

  /// Comes back when a request has come whose path ends so.
  package func visit(_ end: String) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.visits.contains(where: { $0.path.hasSuffix(end) }) { return true }
        state.waiting.append((end, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  package func change(_ change: (inout JiraSite) -> Void) { state.withLock { change(&$0.site) } }

  package func set(_ faults: [JiraFault]) { state.withLock { $0.faults = faults } }

  /// The route outlives the server by a moment.
  private final class Link: Sendable {
    let server = Mutex(Weak(nil))

    func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
      let body = try await request.bodyData
      guard let server = server.withLock(\.server) else { return HTTPResponse(statusCode: .serviceUnavailable) }
      return try await server.answer(request, body)
    }
  }

  private struct Weak: Sendable {
    weak let server: JiraServer?

    init(_ server: JiraServer?) { self.server = server }
  }

  private func answer(_ request: HTTPRequest, _ body: Data) async throws -> HTTPResponse {
    let path = String(request.target.path())
    var headers: [String: String] = [:]
    for header in request.headers { headers[header.key.rawValue] = header.value }
    let visit = Visit(path: path, headers: headers, body: String(decoding: body, as: UTF8.self))
    let (site, faults, met) = state.withLock { state in
      state.visits.append(visit)
      let met = state.waiting.filter { path.hasSuffix($0.end) }
      state.waiting.removeAll { path.hasSuffix($0.end) }
      return (state.site, state.faults, met)
    }
    for waiter in met { waiter.continuation.resume() }
    let answer = try await respond(
      site, faults, path, SiteQuestion(query: String(request.target.query()), body: body), headers["Authorization"])
    var response = HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: "-"), body: Data(answer.body.utf8))
    for (name, value) in answer.headers { response.headers[HTTPHeader(name)] = value }
    return response
  }

  private func respond(
    _ site: JiraSite, _ faults: [JiraFault], _ path: String, _ question: SiteQuestion, _ authorization: String?
  ) async throws -> SiteAnswer {
    for fault in faults {
      if let answer = try await answer(to: path, fault, site) { return answer }
    }
    let parts = path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
    guard parts.count > 4, parts.prefix(3) == ["jira", "rest", "api"] else { return .page(404, "<html>Oops</html>") }
    let rest = Array(parts.dropFirst(4))
    let isKnown = !faults.contains(.expiredToken) && authorization.map { site.accepts($0) } ?? false
    if !isKnown, let answer = site.answerToStrangers(rest) { return answer }
    return SiteAnswers(site: site, base: address, faults: faults)
      .answer(rest, isNew: parts[3] == "3", question.members)
  }

  private func answer(to path: String, _ fault: JiraFault, _ site: JiraSite) async throws -> SiteAnswer? {
    switch fault {
    case .captcha:
      var answer = SiteAnswer.page(403, "<html>CAPTCHA</html>")
      answer.headers["X-Authentication-Denied-Reason"] = "CAPTCHA_CHALLENGE; login-url=\(address)/login.jsp"
      answer.headers["X-Seraph-LoginReason"] = "AUTHENTICATION_DENIED"
      return answer
    case .missingScope:
      return path.hasSuffix("myself")
        ? .json(["code": 401, "message": "Unauthorized; scope does not match"], status: 401) : nil
    case .rateLimit(let times, let retryAfter):
      let count = state.withLock { state in state.visits.count }
      guard count <= times else { return nil }
      var answer = SiteAnswer.json(["errorMessages": ["Rate limit exceeded."], "errors": [:]], status: 429)
      answer.headers["Retry-After"] = retryAfter
      return answer
    case .webPage(let end): return path.hasSuffix(end) ? .page(200, "<!DOCTYPE html><html>Hello</html>") : nil
    case .redirect(let end, let target):
      guard path.hasSuffix(end) else { return nil }
      var answer = SiteAnswer.page(302, "")
      answer.headers["Location"] = target
      return answer
    case .brokenBody(let end):
      return path.hasSuffix(end) ? SiteAnswer(body: #"{"issues": [{"id": "1", "key": "SHOP"#) : nil
    case .silence(let end):
      guard path.hasSuffix(end) else { return nil }
      try await Task.sleep(for: .seconds(600))
      return .page(503, "")
    case .failure(let end, let status):
      return path.hasSuffix(end) ? .refusal(status, "Something is broken.") : nil
    case .expiredToken, .repeatedToken, .wrongTotal: return nil
    }
  }
}
