import Jira
import Platform
import Synchronization

/// Shows on standard error how far a long fetch is.
final class ProgressMeter: Sendable {
  private let line: Mutex<ProgressLine>
  private let start = ContinuousClock.now

  init() {
    line = Mutex(ProgressLine(isTerminal: StandardStream.error.isTerminal))
  }

  func show(_ progress: FetchProgress) {
    let elapsed = ContinuousClock.now - start
    write(line.withLock { $0.text(progress, after: elapsed) })
  }

  func end() { write(line.withLock { $0.end() }) }

  private func write(_ text: String?) {
    // A fetch does not fail for want of somebody who watches.
    if let text { try? StandardStream.error.write(text.utf8) }
  }
}
