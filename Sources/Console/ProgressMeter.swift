import Platform
import Synchronization

/// Shows on standard error how far work is that takes long. What else is written there takes the line away first.
package final class ProgressMeter: Sendable {
  package static let standard = ProgressMeter()

  private let line = Mutex(ProgressLine(isTerminal: StandardStream.error.isTerminal))
  private let start = ContinuousClock.now

  private init() {}

  package func show(_ words: @autoclosure () -> String) {
    let elapsed = ContinuousClock.now - start
    write(line.withLock { $0.text(words(), after: elapsed) })
  }

  package func end() { write(line.withLock { $0.end() }) }

  private func write(_ text: String?) {
    // Nothing fails for want of somebody who watches.
    if let text { try? StandardStream.error.write(text.utf8) }
  }
}
