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
