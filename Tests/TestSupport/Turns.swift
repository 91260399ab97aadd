import Synchronization

/// Lets so many do something at once, and the others wait for their turn, in the order in which they came.
package final class Turns: Sendable {
  private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

  package init(_ count: Int) { state = Mutex((count, [])) }

  package func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.free == 0 { state.waiting.append(continuation) } else { state.free -= 1; return true }
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  package func give() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty { state.free += 1; return nil }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
