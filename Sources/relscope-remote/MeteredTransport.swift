import Console
import HTTP
import Synchronization

/// Shows how many requests were sent: of a long discussion each page is one.
final class MeteredTransport: Transport {
  private let base: CurlTransport
  private let name: String
  private let meter: ProgressMeter?
  private let count = Mutex(0)

  /// - Parameter meter: `nil` to show nothing.
  init(_ base: CurlTransport, to name: String, shownBy meter: ProgressMeter?) {
    self.base = base
    self.name = name
    self.meter = meter
  }

  func reply(to request: Request) async throws(TransportError) -> Reply {
    let number = count.withLock { count in
      count += 1
      return count
    }
    meter?.show("asking \(name), request \(number)")
    return try await base.reply(to: request)
  }
}

extension TimeLimit {
  /// Begins now.
  init(ofCommand seconds: Int) {
    let end = ContinuousClock.now + .seconds(seconds)
    self.init(seconds: seconds) { end - .now }
  }
}
