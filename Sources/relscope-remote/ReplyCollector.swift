import Foundation
import FoundationNetworking
import Jira
import Synchronization

/// Gathers what comes for each request, and follows no redirect: URLSession would send the token along, to any host.
final class ReplyCollector: NSObject, URLSessionDataDelegate {
  /// In bytes. A page of a hundred tickets with long histories takes some megabytes.
  private static let limit = 64 << 20

  private struct Pending {
    let done: @Sendable (Result<Reply, TransportError>) -> Void
    var body: [UInt8] = []
    var isTooLong = false
  }

  private let pending = Mutex<[Int: Pending]>([:])

  func reply(of task: URLSessionDataTask) async -> Result<Reply, TransportError> {
    await withCheckedContinuation { continuation in
      pending.withLock { $0[task.taskIdentifier] = Pending { continuation.resume(returning: $0) } }
      task.resume()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = pending.withLock { pending in
      let size = (pending[dataTask.taskIdentifier]?.body.count ?? 0) + data.count
      if size > Self.limit {
        pending[dataTask.taskIdentifier]?.isTooLong = true
      } else {
        pending[dataTask.taskIdentifier]?.body += data
      }
      return size > Self.limit
    }
    if isTooLong { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    guard let found = pending.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
    if found.isTooLong {
      found.done(.failure(.tooLong(megabytes: Self.limit >> 20)))
    } else if let error {
      found.done(.failure(Self.explain(error)))
    } else if let response = task.response as? HTTPURLResponse {
      var headers: [String: String] = [:]
      for (name, value) in response.allHeaderFields {
        if let name = name as? String, let value = value as? String { headers[name] = value }
      }
      found.done(.success(Reply(status: response.statusCode, headers: headers, body: found.body)))
    } else {
      found.done(.failure(.interrupted("no answer came")))
    }
  }

  /// libcurl's words tell more than URLSession's codes.
  private static func explain(_ error: any Error) -> TransportError {
    let detail = (error as NSError).localizedDescription
    guard let code = (error as? URLError)?.code else { return .interrupted(detail) }
    switch code {
    case .timedOut: return .timedOut(seconds: 0)
    case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet: return .unreachable(detail)
    case .networkConnectionLost: return .interrupted(detail)
    default:
      let isTLS = ["SSL", "TLS", "certificate"].contains { detail.contains($0) }
      return isTLS ? .untrusted(detail) : .interrupted(detail)
    }
  }
}
