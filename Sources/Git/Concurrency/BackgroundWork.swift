import Dispatch
import Synchronization

/// Something that another thread reads, which is to be stopped before it is let go: whoever does not want it any more
/// may change the files.
final class BackgroundWork<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let value = Mutex<Value?>(nil)
  private let stopped = Atomic(false)

  /// - Parameter read: Looks now and then whether the work is stopped.
  func begin(on thread: WorkerThread, _ read: @escaping @Sendable (BackgroundWork) -> Value) {
    group.enter()
    thread.begin { [self] in
      let read = read(self)
      value.withLock { $0 = read }
      group.leave()
    }
  }

  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  var isDone: Bool { value.withLock { $0 != nil } }

  /// Waits for the work.
  ///
  /// - Returns: `nil` if none was begun.
  func result() -> Value? {
    group.wait()
    return value.withLock { $0 }
  }

  /// Stops the work, and waits until it has.
  func stop() {
    stopped.store(true, ordering: .relaxed)
    group.wait()
  }
}
