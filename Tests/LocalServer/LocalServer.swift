package import FlyingFox
import FlyingSocks
import Foundation
import TestSupport

/// A server on 127.0.0.1, on a port that is free. It stops when nobody holds it any longer.
package final class LocalServer: Sendable {
  package let port: UInt16

  /// How many there are at once: each takes a thread, and of these there are 255 at most. A test of several servers
  /// waits with one in its hand, so there have to be more than such tests.
  private static let turns = Turns(128)

  private let running: Task<Void, any Error>

  /// - Parameter answer: Is asked for each request, whatever its path.
  package init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) async throws {
    await Self.turns.take()
    do {
      (running, port) = try await Self.run(answer)
    } catch {
      Self.turns.give()
      throw error
    }
  }

  private static func run(
    _ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse
  ) async throws -> (Task<Void, any Error>, port: UInt16) {
    // On a machine that is busy with other tests an answer may take long; the silent one must not end by itself.
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 900, pool: PromptSockets(.make()), logger: .disabled)
    await server.appendRoute("*") { request in try await answer(request) }
    // Before the tests that wait for their turn to calculate: a client gives up in the meantime.
    let running = Task(priority: .userInitiated) { try await server.run() }
    do {
      try await server.waitUntilListening()
      guard case .ip4(_, let port) = await server.listeningAddress else { throw URLError(.cannotConnectToHost) }
      return (running, port)
    } catch {
      running.cancel()
      throw error
    }
  }

  deinit {
    running.cancel()
    Self.turns.give()
  }
}
