import HTTP
import ScriptedTransport
import Synchronization
import Testing

struct RetryPolicyTests {
  private final class Waits: Sendable {
    private let seen = Mutex<[Duration]>([])

    var all: [Duration] { seen.withLock(\.self) }

    func add(_ pause: Duration) { seen.withLock { $0.append(pause) } }
  }

  private func policy(_ waits: Waits, chance: Double = 0) -> RetryPolicy {
    RetryPolicy(chance: { chance }, wait: { waits.add($0) })
  }

  private func send(
    _ transport: ScriptedTransport, _ policy: RetryPolicy, _ request: Request = Request(.get, ["x"])
  ) async throws -> Reply {
    try await RetryingTransport(transport, policy: policy).reply(to: request)
  }

  @Test func `waits as long as it is asked to, and a bit more by chance`() async throws {
    let waits = Waits()
    let busy = Reply(status: 429, headers: ["Retry-After": "10"])
    let transport = ScriptedTransport(["x": [busy, busy, Reply(status: 200)]])
    let reply = try await send(transport, policy(waits, chance: 0.5))
    #expect(reply.status == 200)
    #expect(waits.all == [.seconds(12.5), .seconds(12.5)])
  }

  @Test(arguments: [429, 502, 503, 504])
  func `doubles the wait when nobody says how long, and gives up in the end`(status: Int) async throws {
    let waits = Waits()
    let transport = ScriptedTransport(["x": [Reply(status: status)]])
    let reply = try await send(transport, policy(waits))
    #expect(reply.status == status)
    #expect(waits.all == [.seconds(1.0), .seconds(2.0), .seconds(4.0), .seconds(8.0)])
  }

  /// Waits count, and so does what nobody answered.
  @Test(arguments: [(25, 3), (12, 2), (3, 1)])
  func `does not wait beyond what a command has`(seconds: Int, count: Int) async throws {
    let waits = Waits()
    let busy = Reply(status: 429, headers: ["Retry-After": "10"])
    let transport = ScriptedTransport(["x": [busy]])
    var policy = policy(waits)
    policy.limit = TimeLimit(seconds: seconds) { .seconds(seconds) - waits.all.reduce(.zero, +) }
    #expect(try await send(transport, policy).status == 429)
    #expect(transport.requests.count == count)
  }

  @Test func `says that a command has taken too long, and not that nobody answered`() async throws {
    let left = Mutex(1)
    let slow = ScriptedTransport { (_, _) throws(TransportError) -> Reply in
      left.withLock { $0 = 0 }
      throw .timedOut(seconds: 30)
    }
    var policy = policy(Waits())
    policy.limit = TimeLimit(seconds: 120) { .seconds(left.withLock(\.self)) }
    await #expect(throws: TransportError.overdue(seconds: 120)) { _ = try await send(slow, policy) }
    await #expect(throws: TransportError.overdue(seconds: 120)) { _ = try await send(slow, policy) }
    #expect(slow.requests.count == 1)
  }

  @Test func `does not wait for an hour`() async throws {
    let waits = Waits()
    let transport = ScriptedTransport(["x": [Reply(status: 429, headers: ["Retry-After": "3600"])]])
    let reply = try await send(transport, policy(waits))
    #expect(reply.status == 429)
    #expect(waits.all.isEmpty)
  }

  @Test(arguments: [
    Reply(status: 401), Reply(status: 403), Reply(status: 404), Reply(status: 500),
    Reply(status: 503, headers: ["X-Authentication-Denied-Reason": "CAPTCHA_CHALLENGE; login-url=https://x/login.jsp"]),
  ])
  func `asks once when asking again would not help, or would lock the account`(reply: Reply) async throws {
    let waits = Waits()
    let transport = ScriptedTransport(["x": [reply]])
    _ = try await send(transport, policy(waits))
    #expect(transport.requests.count == 1)
  }

  @Test func `asks again after a broken connection, and not after a timeout`() async throws {
    let waits = Waits()
    let broken = ScriptedTransport { (_, count) throws(TransportError) -> Reply in
      guard count > 1 else { throw .interrupted("reset") }
      return Reply(status: 200)
    }
    let reply = try await send(broken, policy(waits))
    #expect(reply.status == 200)
    #expect(broken.requests.count == 3)
    let slow = ScriptedTransport { (_, _) throws(TransportError) -> Reply in throw .timedOut(seconds: 30) }
    await #expect(throws: TransportError.timedOut(seconds: 30)) { _ = try await send(slow, policy(waits)) }
    #expect(slow.requests.count == 1)
  }

  @Test(
    arguments: [
      (Request.Method.get, nil, true), (.put, nil, true), (.delete, nil, true), (.post, nil, false),
      (.patch, nil, false),
      (.post, true, true), (.get, false, false),
    ] as [(Request.Method, Bool?, Bool)])
  func `repeats only what may be repeated when nobody knows whether it was done`(
    method: Request.Method, isRepeatable: Bool?, isRepeated: Bool
  ) async throws {
    let waits = Waits()
    let request = Request(method, ["x"], body: [], isRepeatable: isRepeatable)
    for status in [502, 503, 504] {
      let busy = ScriptedTransport(["x": [Reply(status: status), Reply(status: 200)]])
      _ = try await send(busy, policy(waits), request)
      #expect(busy.requests.count == (isRepeated ? 2 : 1))
    }
    let broken = ScriptedTransport { (_, _) throws(TransportError) -> Reply in throw .interrupted("reset") }
    await #expect(throws: TransportError.interrupted("reset")) { _ = try await send(broken, policy(waits), request) }
    #expect(broken.requests.count == (isRepeated ? 5 : 1))
  }

  @Test func `repeats anything that the service turned away undone`() async throws {
    let limited = ScriptedTransport(["x": [Reply(status: 429), Reply(status: 201)]])
    let reply = try await send(limited, policy(Waits()), Request(.post, ["x"], body: []))
    #expect(reply.status == 201)
    #expect(limited.requests.count == 2)
  }
}
