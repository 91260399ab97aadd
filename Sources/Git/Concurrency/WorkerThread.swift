import CProcess
import Dispatch
import Glibc
import Synchronization

/// A thread that does one piece of work after the other.
///
/// Not one of Dispatch's: where a user may have no more threads, that waits for ever.
final class WorkerThread: Sendable {
  /// In bytes; without it a thread gets what the shell allows the program's own stack, which may be too little.
  private static let stackSize = 1 << 21

  private let queue = Queue()
  private let thread: pthread_t

  /// - Returns: `nil` if no thread can be made.
  init?() {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(queue)
    let status = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Queue>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, argument.toOpaque())
    guard status == 0 else {
      unsafe argument.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for all that was begun.
  deinit {
    queue.add(nil)
    pthread_join(thread, nil)
  }

  func begin(_ work: @escaping @Sendable () -> Void) { queue.add(work) }

  private final class Queue: Sendable {
    private let pending = Mutex<[(@Sendable () -> Void)?]>([])
    private let count = DispatchSemaphore(value: 0)

    /// - Parameter work: `nil` for the end.
    func add(_ work: (@Sendable () -> Void)?) {
      pending.withLock { $0.append(work) }
      count.signal()
    }

    func work() {
      while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
      count.wait()
      return pending.withLock { $0.removeFirst() }
    }
  }
}
