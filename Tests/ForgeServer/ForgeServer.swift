import FlyingFox
import Foundation
import LocalServer
import ServiceJSON
import Synchronization

/// A forge on 127.0.0.1, any of five, with failures on request. It stops when nobody holds it any longer.
package final class ForgeServer: Sendable {
  /// A request as it came.
  package struct Visit: Equatable, Sendable {
    package let method: String
    /// After the path of the interface, with its query.
    package let target: String
    package let headers: [String: String]
    package let body: String
  }

  /// What people would open, with a context path.
  package let address: String

  private struct State {
    var site: ForgeSite
    var faults: [ForgeFault]
    var visits: [Visit] = []
    var lost = 0
  }

  private let state: Mutex<State>
  private let server: LocalServer

  package init(_ site: ForgeSite, faults: [ForgeFault] = []) async throws {
    let link = Link()
    server = try await LocalServer { request in try await link.answer(request) }
    address = "http://127.0.0.1:\(server.port)/forge"
    state = Mutex(State(site: site, faults: faults))
    link.server.withLock { $0 = Weak(self) }
  }

  /// What the server was asked, in order.
  package var visits: [Visit] { state.withLock(\.visits) }

  package var site: ForgeSite { state.withLock(\.site) }

  package func change(_ change: (inout ForgeSite) -> Void) { state.withLock { change(&$0.site) } }

  package func set(_ faults: [ForgeFault]) { state.withLock { $0.faults = faults } }

  package func forgetVisits() { state.withLock { $0.visits = [] } }

  /// The route outlives the server by a moment.
  private final class Link: Sendable {
    let server = Mutex(Weak(nil))

    func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
      let body = try await request.bodyData
      guard let server = server.withLock(\.server) else { return HTTPResponse(statusCode: .serviceUnavailable) }
      return server.answer(request, body)
    }
  }

  private struct Weak: Sendable {
    weak let server: ForgeServer?

    init(_ server: ForgeServer?) { self.server = server }
  }

  private func answer(_ request: HTTPRequest, _ body: Data) -> HTTPResponse {
    let path = String(request.target.path())
    let query = String(request.target.query())
    var headers: [String: String] = [:]
    for header in request.headers { headers[header.key.rawValue] = header.value }
    let answer = state.withLock { state in
      let prefix = "/forge\(state.site.interface)/"
      let target = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
      state.visits.append(
        Visit(
          method: request.method.rawValue, target: target + (query.isEmpty ? "" : "?\(query)"), headers: headers,
          body: String(decoding: body, as: UTF8.self)))
      return respond(&state, request.method.rawValue, target, query, body, headers)
    }
    var response = HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: "-"), body: Data(answer.body.utf8))
    for (name, value) in answer.headers { response.headers[HTTPHeader(name)] = value }
    return response
  }

  private func respond(
    _ state: inout State, _ method: String, _ target: String, _ query: String, _ body: Data,
    _ headers: [String: String]
  ) -> ForgeAnswer {
    let face = state.site.face.face
    for fault in state.faults {
      if let answer = answer(to: target, method, fault, &state, face) { return answer }
    }
    // A job's token reads merge requests and notes, and may do nothing else.
    let isJob = headers.contains { $0.key.lowercased() == "job-token" && $0.value == state.site.token }
    let isOfJob = isJob && state.site.face == .gitlab && method == "GET" && target.contains("/merge_requests")
    let isKnown = isOfJob || state.site.face.accepts(headers, token: state.site.token)
    guard isKnown, !state.faults.contains(.expiredToken) else { return face.refusal(401, "Bad credentials") }
    if let old = state.site.oldRepository, let answer = renamed(target, query, from: old, state.site, method) {
      return answer
    }
    if method != "GET", !state.site.mayWrite { return face.refusal(403, "Must have admin rights to Repository.") }
    let object = (try? JSONSerialization.jsonObject(with: body)).flatMap { JSON($0) }
    var members: [String: JSON] = [:]
    if case .object(let found) = object { members = found }
    let question = ForgeQuestion(
      method: method, path: target.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) },
      query: Self.fields(query), body: members, api: "\(address)\(state.site.interface)", web: address)
    var answer = face.answer(question, &state.site)
    if state.site.face == .bitbucketDataCenter {
      answer.headers["X-AUSERNAME"] = ForgeQuestion.encoded(state.site.asker.login)
    }
    let lost = state.lost
    let isLost = state.faults.contains { if case .lostAnswer(method, let times) = $0 { lost < times } else { false } }
    if isLost {
      state.lost += 1
      return .page(504, "<html>Gateway Time-out</html>")
    }
    return answer
  }

  /// GitHub sends on to where the repository is by its number, the others to its new name.
  private func renamed(
    _ target: String, _ query: String, from old: String, _ site: ForgeSite, _ method: String
  ) -> ForgeAnswer? {
    let prefix = site.face == .gitlab ? "projects/\(ForgeQuestion.encoded(old))" : "repos/\(old)"
    guard target.hasPrefix(prefix) else { return nil }
    let rest = target.dropFirst(prefix.count)
    let path =
      switch site.face {
      case .github: "repositories/1000"
      case .gitlab: "projects/55"
      case .gitea, .bitbucketCloud, .bitbucketDataCenter: "repos/\(site.repository)"
      }
    var answer = ForgeAnswer.json(["message": "Moved Permanently"], status: method == "GET" ? 301 : 307)
    answer.headers["Location"] = "\(address)\(site.interface)/\(path)\(rest)\(query.isEmpty ? "" : "?\(query)")"
    return answer
  }

  private static func fields(_ query: String) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.replacing("+", with: " ").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).removingPercentEncoding ?? "" }
      fields[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    return fields
  }

  private func answer(
    to target: String, _ method: String, _ fault: ForgeFault, _ state: inout State, _ face: any ForgeFace
  ) -> ForgeAnswer? {
    switch fault {
    case .readOnly:
      return method == "GET" ? nil : face.refusal(403, "Resource not accessible by integration")
    case .singleSignOn:
      var answer = face.refusal(403, "Resource protected by organization SAML enforcement.")
      answer.headers["X-GitHub-SSO"] = "required; url=https://github.com/orgs/acme/sso?authorization_request=A1"
      return answer
    case .rateLimit(let times, let status, let headers, let message):
      guard state.visits.count <= times else { return nil }
      var answer = face.refusal(status, message)
      answer.headers.merge(headers) { _, new in new }
      return answer
    case .webPage(let end): return target.hasSuffix(end) ? .page(200, "<!DOCTYPE html><html>Hello</html>") : nil
    case .redirect(let end, let place):
      guard target.hasSuffix(end) else { return nil }
      var answer = ForgeAnswer.page(302, "")
      answer.headers["Location"] = place
      return answer
    case .brokenBody(let end): return target.hasSuffix(end) ? ForgeAnswer(body: #"[{"id": 1, "bo"#) : nil
    case .failure(let end, let status):
      return target.hasSuffix(end) ? face.refusal(status, "Something is broken.") : nil
    case .push(let end, let commit):
      let seen = state.visits.count { $0.target.split(separator: "?").first?.hasSuffix(end) == true }
      if target.hasSuffix(end), seen == 1 {
        for place in state.site.pulls.indices { state.site.pulls[place].headCommit = commit }
      }
      return nil
    case .retarget(let end, let base):
      if target.hasSuffix(end) {
        for place in state.site.pulls.indices { state.site.pulls[place].base = base }
      }
      return nil
    case .expiredToken, .lostAnswer: return nil
    }
  }
}

extension ForgeSite.Face {
  var face: any ForgeFace {
    switch self {
    case .github: GitHubFace()
    case .gitea: GiteaFace()
    case .gitlab: GitLabFace()
    case .bitbucketCloud: BitbucketCloudFace()
    case .bitbucketDataCenter: BitbucketDataCenterFace()
    }
  }

  func accepts(_ headers: [String: String], token: String) -> Bool {
    let authorization = headers["Authorization"]
    switch self {
    case .github: return ["Bearer \(token)", "token \(token)"].contains(authorization)
    case .gitlab:
      return headers.contains { $0.key.lowercased() == "private-token" && $0.value == token }
        || authorization == "Bearer \(token)"
    case .gitea: return ["token \(token)", "Bearer \(token)"].contains(authorization)
    case .bitbucketCloud, .bitbucketDataCenter:
      let basic = "Basic " + Data("dana@example.com:\(token)".utf8).base64EncodedString()
      return authorization == "Bearer \(token)" || authorization == basic
    }
  }
}
