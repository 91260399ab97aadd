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
