import FlyingFox
package import Foundation
import LocalServer
import Synchronization

/// A host of releases on 127.0.0.1: files by path, and answers of other kinds. It stops when nobody holds it any
/// longer.
package final class ReleaseHost: Sendable {
  package enum Answer: Sendable {
    case file(Data)
    /// The page of a log-in, a proxy or a service that is down.
    case page(status: Int)
  }

  /// The folder above `v0.2.0/`.
  package let address: String

  private let state: Mutex<(answers: [String: Answer], asked: [String])>
  private let server: LocalServer

  package init(_ answers: [String: Answer]) async throws {
    let link = Link()
    server = try await LocalServer { request in link.host.withLock { $0.host }?.answer(request.path) ?? Self.missing }
    address = "http://127.0.0.1:\(server.port)/download"
    state = Mutex((answers, []))
    link.host.withLock { $0.host = self }
  }

  /// The paths below the address that were asked for, in order.
  package var asked: [String] { state.withLock(\.asked) }

  private func answer(_ path: String) -> HTTPResponse {
    let name = String(path.dropFirst("/download/".count))
    let answer = state.withLock { state in
      state.asked.append(name)
      return state.answers[name]
    }
    switch answer {
    case .file(let data): return HTTPResponse(statusCode: .ok, body: data)
    case .page(let status):
      let page = Data("<!DOCTYPE html><title>Log in</title>".utf8)
      return HTTPResponse(
        statusCode: HTTPStatusCode(status, phrase: "Page"), headers: [.contentType: "text/html"], body: page)
    case nil: return Self.missing
    }
  }

  private static var missing: HTTPResponse { HTTPResponse(statusCode: .notFound, body: Data("not found".utf8)) }

  private struct Weak: Sendable {
    weak var host: ReleaseHost?
  }

  private final class Link: Sendable {
    let host = Mutex(Weak())
  }
}
