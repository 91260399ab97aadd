/// How long to go on with a service that is busy, and how to wait.
///
/// Waiting and chance come in as functions, so that nothing here takes time by itself.
package struct RetryPolicy: Sendable {
  /// How often a question is asked at most.
  package var tries = 5
  /// A server that asks for a longer wait, in seconds, is not waited for.
  package var longestWait = 120
  /// A number from 0 up to 1: so that not everyone who was turned away comes back at the same moment.
  package var chance: @Sendable () -> Double
  package var wait: @Sendable (Duration) async -> Void
  /// In seconds since 1970, for services that say when they answer again.
  package var now: @Sendable () -> Int64
  /// `nil` for as long as it takes.
  package var limit: TimeLimit?

  package init(
    chance: @escaping @Sendable () -> Double, now: @escaping @Sendable () -> Int64 = { 0 },
    wait: @escaping @Sendable (Duration) async -> Void
  ) {
    self.chance = chance
    self.now = now
    self.wait = wait
  }

  /// The wait before the next try: what the server asked for, else 1, 2, 4, ... seconds, and up to half as much on top.
  ///
  /// - Parameters:
  ///   - attempt: How often the question was asked already, from 1.
  ///   - asked: What the server wants, in seconds; `nil` if it does not say.
  /// - Returns: `nil` when it is time to give up.
  func pause(after attempt: Int, asked: Int?) -> Duration? {
    guard attempt < tries else { return nil }
    let seconds = asked ?? 1 << (attempt - 1)
    guard seconds <= longestWait else { return nil }
    let pause = Duration.seconds(Double(seconds) * (1 + chance() / 2))
    if let limit, limit.left() <= pause { return nil }
    return pause
  }
}

/// What all requests of one command have together, waits included.
package struct TimeLimit: Sendable {
  package let seconds: Int
  /// Zero or less when it is over.
  package let left: @Sendable () -> Duration

  package init(seconds: Int, left: @escaping @Sendable () -> Duration) {
    self.seconds = seconds
    self.left = left
  }

  /// - Throws: ``TransportError`` with `overdue` when it is over.
  func check() throws(TransportError) {
    guard left() > .zero else { throw .overdue(seconds: seconds) }
  }
}

/// Asks again when a service is busy or a connection breaks.
///
/// Never when the credentials were refused: a few more tries and Jira locks the account behind a CAPTCHA. And never
/// what may not be repeated, unless the service says that it has done nothing: a comment would stand there twice.
package struct RetryingTransport<Base: Transport>: Transport {
  private let base: Base
  private let policy: RetryPolicy

  package init(_ base: Base, policy: RetryPolicy) {
    self.base = base
    self.policy = policy
  }

  /// The first reply that is not of a busy service; else the one after which it is not asked again.
  ///
  /// - Throws: ``TransportError``: `interrupted` when it may not be tried again, `overdue` when the time of the command
  ///   is over, any other at once.
  package func reply(to request: Request) async throws(TransportError) -> Reply {
    var attempt = 1
    while true {
      try policy.limit?.check()
      do throws(TransportError) {
        let reply = try await base.reply(to: request)
        guard reply.isBusy, request.isRepeatable || reply.isUndone,
          let pause = policy.pause(after: attempt, asked: reply.wait(at: policy.now()))
        else { return reply }
        await policy.wait(pause)
      } catch {
        // What ran into the end of the command's time looks as if nobody had answered.
        try policy.limit?.check()
        guard case .interrupted = error, request.isRepeatable, let pause = policy.pause(after: attempt, asked: nil)
        else { throw error }
        await policy.wait(pause)
      }
      attempt += 1
    }
  }
}
