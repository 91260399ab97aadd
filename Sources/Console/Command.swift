package import ArgumentParser
package import ReleaseScope
import Platform

/// Runs the body of a command, and turns every error into a message and its status.
///
/// ArgumentParser would end with 1 for an error that reaches it, which means "fail".
///
/// - Throws: `ExitCode` with every status but ``ExitStatus/pass``.
package func reportingProblems(_ body: () throws -> ExitStatus) throws(ExitCode) {
  let status: ExitStatus
  do {
    status = try body()
  } catch {
    status = say(error)
  }
  if status != .pass { throw status.code }
}

extension ExitStatus {
  package var code: ExitCode { ExitCode(rawValue) }
}

extension Instant {
  /// The moment at which this is asked.
  package static var now: Instant { Instant(seconds: SystemClock.seconds) }
}
