import FoundationEssentials
package import HTTP
import ReleaseScope

/// One repository of a forge, over any transport.
package struct ForgeClient: Sendable {
  package let repository: ForgeRepository
  /// Whose the token is, where it may not ask the forge; `nil` if nobody says.
  let account: ForgeAccount?
  private let carrier: any Transport

  package init(_ repository: ForgeRepository, account: ForgeAccount? = nil, over carrier: any Transport) {
    self.repository = repository
    self.account = account
    self.carrier = carrier
  }

  /// No pull request has so many pages; a server that never comes to an end does.
  static var pageLimit: Int { 1_000 }

  /// How often a request may be sent on.
  private static var stepLimit: Int { 3 }

  func error(_ fault: ForgeError.Fault) -> ForgeError { ForgeError(repository.kind.name, fault) }

  /// Asks, and goes where the forge says that a renamed repository is, if that is on the same forge.
  ///
  /// - Parameter asked: What is asked for, in words: what a forge without it lacks.
  func reply(to request: Request, _ asked: String) async throws(ForgeError) -> Reply {
    var request = request
    for _ in 0..<Self.stepLimit {
      let reply = try await send(request)
      // With 307 and 308 nothing was done yet; with 301 only a question may be asked again.
      let isStep = [307, 308].contains(reply.status) || (request.method == .get && [301, 302].contains(reply.status))
      if isStep, let target = reply.headers["location"], let next = request.following(target, at: repository.api) {
        request = next
        continue
      }
      if let fault = ForgeError.Fault(reply, path: request.path, asked: asked) { throw error(fault) }
      return reply
    }
    throw error(.broken(path: request.path, "it sends the request on again and again"))
  }

  private func send(_ request: Request) async throws(ForgeError) -> Reply {
    do {
      return try await carrier.reply(to: request)
    } catch {
      throw self.error(.transport(error))
    }
  }

  func answer<Answer: Decodable>(
    _ request: Request, _ asked: String, as type: Answer.Type = Answer.self
  ) async throws(ForgeError) -> Answer {
    try decoded(try await reply(to: request, asked), path: request.path)
  }

  func decoded<Answer: Decodable>(_ reply: Reply, path: String) throws(ForgeError) -> Answer {
    do {
      return try JSONDecoder().decode(Answer.self, from: Data(reply.body))
    } catch {
      throw self.error(.broken(path: path, DecodingError.words(for: error)))
    }
  }

  /// What was made, if the reply says; that it was made says its status.
  func made<Answer: Decodable>(_ reply: Reply, as type: Answer.Type) -> Answer? {
    try? JSONDecoder().decode(type, from: Data(reply.body))
  }

  /// Reads pages, as the header `Link` leads from one to the next: every one, or up to the first element that is one
  /// too many.
  ///
  /// - Returns: Those before it, in the service's order.
  func pages<Element: Decodable>(
    _ request: Request, _ asked: String, of type: Element.Type = Element.self,
    until isPast: (Element) -> Bool = { _ in false }
  ) async throws(ForgeError) -> [Element] {
    var found: [Element] = []
    var next: Request? = request
    for _ in 0..<Self.pageLimit {
      guard let page = next else { return found }
      let reply = try await reply(to: page, asked)
      let elements: [Element] = try decoded(reply, path: page.path)
      found += elements.prefix { !isPast($0) }
      if elements.contains(where: isPast) { return found }
      next = try nextPage(after: reply, of: page)
    }
    throw error(.broken(path: request.path, "there is no end of pages"))
  }

  /// Reads every page by its number: until the service says that there is no other, or one holds nothing.
  func numberedPages<Element: Decodable>(
    _ asked: String, _ request: (Int) -> Request
  ) async throws(ForgeError) -> [Element] {
    var found: [Element] = []
    for number in 1...Self.pageLimit {
      let page = request(number)
      let reply = try await reply(to: page, asked)
      let elements: [Element] = try decoded(reply, path: page.path)
      found += elements
      if elements.isEmpty || reply.headers["x-next-page"] == "" { return found }
      if let total = reply.headers["x-total-count"].flatMap({ Int($0) }), found.count >= total { return found }
    }
    throw error(.broken(path: request(1).path, "there is no end of pages"))
  }

  func nextPage(after reply: Reply, of request: Request) throws(ForgeError) -> Request? {
    guard let link = reply.headers["link"].flatMap(Self.nextLink) else { return nil }
    guard let next = request.following(link, at: repository.api), next != request else {
      throw error(.broken(path: request.path, "the next page is at another place: '\(link.prefix { $0 != "?" })'"))
    }
    return next
  }

  /// The address with `rel="next"` of a header `Link` (RFC 8288).
  static func nextLink(_ header: String) -> String? {
    for part in header.split(separator: "<").dropFirst(header.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { continue }
      let parameters = part[end...].lowercased().filter { $0 != "\"" && $0 != " " }
      if parameters.contains("rel=next") { return String(part[..<end]) }
    }
    return nil
  }

  func body(_ value: some Encodable) throws(ForgeError) -> [UInt8] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(value))
    } catch {
      throw self.error(.broken(path: "", "the question cannot be written"))
    }
  }
}
