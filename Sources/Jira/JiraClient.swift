import FoundationEssentials
import HTTP
import ReleaseScope

/// One Jira, whose kind is known and which has said that it knows who asks.
struct JiraClient<Carrier: Transport>: Sendable {
  private let carrier: Carrier
  let address: JiraAddress
  let isCloud: Bool

  /// Finds out which kind of Jira it is, and proves the identity: without it, Cloud answers some questions with
  /// nothing, as if there were nothing.
  init(_ carrier: Carrier, at address: JiraAddress) async throws(JiraError) {
    self.carrier = carrier
    self.address = address
    if address.isGateway {
      isCloud = true
    } else {
      let request = Request(.get, ["rest", "api", "2", "serverInfo"])
      do {
        isCloud = try await Self.answer(carrier, request, as: ServerInformation.self).isCloud
      } catch .failed(status: 404, _) {
        throw .noJira(address)
      }
    }
    let account = try await answer(resource("myself"), as: Account.self)
    guard account.isSomebody else { throw .unauthorized("") }
  }

  /// A question by the version of the interface that this Jira speaks.
  func resource(_ parts: String..., query: KeyValuePairs<String, String> = [:]) -> Request {
    Request(.get, api + parts, query: query)
  }

  /// The same with a body.
  func resource(_ parts: String..., body: some Encodable) throws(JiraError) -> Request {
    do {
      // All of them only read.
      return Request(
        .post, api + parts, headers: ["X-Atlassian-Token": "no-check"], body: Array(try JSONEncoder().encode(body)),
        isRepeatable: true)
    } catch {
      throw .broken(path: parts.joined(separator: "/"), "the question cannot be written")
    }
  }

  private var api: [String] { ["rest", "api", isCloud ? "3" : "2"] }

  func answer<Answer: Decodable>(_ request: Request, as type: Answer.Type) async throws(JiraError) -> Answer {
    try await Self.answer(carrier, request, as: type)
  }

  private static func answer<Answer: Decodable>(
    _ carrier: Carrier, _ request: Request, as type: Answer.Type
  ) async throws(JiraError) -> Answer {
    let reply: Reply
    do {
      reply = try await carrier.reply(to: request)
    } catch {
      throw .transport(error)
    }
    if let error = JiraError(reply, path: request.path) { throw error }
    do {
      return try JSONDecoder().decode(type, from: Data(reply.body))
    } catch {
      throw .broken(path: request.path, DecodingError.words(for: error))
    }
  }
}
