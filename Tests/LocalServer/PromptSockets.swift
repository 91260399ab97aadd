import FlyingSocks
import Foundation

/// Sockets that send at once what is written to them.
///
/// The head and the body of an answer are written one after the other; by default the second waits until the client has
/// said that it got the first, which takes 40 ms.
struct PromptSockets<Pool: AsyncSocketPool>: AsyncSocketPool {
  private let pool: Pool

  init(_ pool: Pool) { self.pool = pool }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // What is accepted has the options of the socket that listens.
    try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
