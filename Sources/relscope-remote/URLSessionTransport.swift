import Foundation
import FoundationNetworking
import Jira

/// Sends requests with URLSession, which on Linux is libcurl.
///
/// Proxies are those of the environment (`https_proxy`, `no_proxy`). Trusted are the authorities of the system: URLSession
/// takes no others.
struct URLSessionTransport: Transport {
  private let address: JiraAddress
  private let session: URLSession
  private let collector: ReplyCollector
  private let authorization: Credentials
  private let timeout: Int

  /// - Parameter timeout: How long the server may be silent, in seconds.
  init(_ address: JiraAddress, credentials: Credentials, timeout: Int) {
    self.address = address
    self.timeout = timeout
    authorization = credentials
    // Without TLS the proxy would read the token.
    if address.scheme == "http" { for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { unsafe unsetenv(name) } }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = TimeInterval(timeout)
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    collector = ReplyCollector()
    session = URLSession(configuration: configuration, delegate: collector, delegateQueue: nil)
  }

  func reply(to request: Request) async throws(TransportError) -> Reply {
    guard let url = URL(string: address.url(of: request)) else { throw .unreachable("'\(address)' is no address") }
    var message = URLRequest(url: url)
    message.httpMethod = request.body == nil ? "GET" : "POST"
    message.httpBody = request.body.map { Data($0) }
    message.setValue(Authorization.header(authorization), forHTTPHeaderField: "Authorization")
    message.setValue("application/json", forHTTPHeaderField: "Accept")
    message.setValue("relscope", forHTTPHeaderField: "User-Agent")
    if request.body != nil {
      message.setValue("application/json", forHTTPHeaderField: "Content-Type")
      message.setValue("no-check", forHTTPHeaderField: "X-Atlassian-Token")
    }
    let task = session.dataTask(with: message)
    switch await collector.reply(of: task) {
    case .success(let reply): return reply
    case .failure(.timedOut): throw .timedOut(seconds: timeout)
    case .failure(let error): throw error
    }
  }
}
