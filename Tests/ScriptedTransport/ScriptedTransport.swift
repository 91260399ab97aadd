import Foundation
package import HTTP
import Synchronization

/// Answers from a table, and keeps what it was asked.
package final class ScriptedTransport: Transport {
  private let answer: @Sendable (Request, Int) throws(TransportError) -> Reply
  private let asked = Mutex<[Request]>([])

  /// - Parameter answer: Is given the request and how many came before it.
  package init(_ answer: @escaping @Sendable (Request, Int) throws(TransportError) -> Reply) {
    self.answer = answer
  }

  /// Replies by the end of the path; a path that is not in the table gets 404. Of several, each is given once and the
  /// last one from then on.
  package convenience init(_ table: [String: [Reply]]) {
    let counts = Mutex<[String: Int]>([:])
    self.init { (request, _) throws(TransportError) -> Reply in
      guard let end = table.keys.filter({ request.path.hasSuffix($0) }).max(by: { $0.count < $1.count }),
        let replies = table[end], let last = replies.last
      else { return Reply(status: 404) }
      let count = counts.withLock { counts in
        counts[end, default: 0] += 1
        return counts[end, default: 1] - 1
      }
      return count < replies.count ? replies[count] : last
    }
  }

  package func reply(to request: Request) async throws(TransportError) -> Reply {
    let count = asked.withLock { asked in
      asked.append(request)
      return asked.count - 1
    }
    return try answer(request, count)
  }

  package var requests: [Request] { asked.withLock(\.self) }

  /// The bodies of the requests whose path ends so.
  package func bodies(_ end: String) -> [[String: Any]] {
    requests.filter { $0.path.hasSuffix(end) }.compactMap { request in
      request.body.flatMap { try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
    }
  }
}

extension Reply {
  package static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Reply {
    Reply(
      status: status, headers: headers.merging(["Content-Type": "application/json"]) { own, _ in own },
      body: Array(text.utf8))
  }
}
