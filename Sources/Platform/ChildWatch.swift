import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Sees to it that a child comes to its end in time.
struct ChildWatch {
  private let child: pid_t

  init(_ child: pid_t) {
    self.child = child
  }

  /// Reads what the child writes, until it has ended; it is not waited for.
  ///
  /// - Returns: `nil` if the time was over: then the child is ended and gone, and so are those that it started.
  func output(_ file: FileDescriptor, for limit: Duration) -> [UInt8]? {
    let deadline = ContinuousClock.now + limit
    var bytes: [UInt8] = []
    while let part = Self.part(of: file, before: deadline) {
      if part.isEmpty, hasEnded(before: deadline) { return bytes }
      if part.isEmpty { break }
      bytes += part
    }
    end(file)
    return nil
  }

  /// - Returns: Nothing at the end; `nil` if the time is over.
  private static func part(of file: FileDescriptor, before deadline: ContinuousClock.Instant) -> [UInt8]? {
    while true {
      var entry = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&entry, 1, milliseconds(until: deadline))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let size = try? unsafe buffer.withUnsafeMutableBytes { unsafe try file.read(into: $0) }
      return Array(buffer.prefix(size ?? 0))
    }
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = max(.zero, deadline - .now).components
    return Int32(clamping: left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000)
  }

  /// A child may close its output, and go on.
  private func hasEnded(before deadline: ContinuousClock.Instant) -> Bool {
    while true {
      var about = unsafe siginfo_t()
      let result = unsafe waitid(P_PID, id_t(child), &about, WEXITED | WNOHANG | WNOWAIT)
      if result == 0, unsafe about.si_signo == SIGCHLD { return true }
      guard result == 0 || errno == EINTR, deadline > .now else { return result != 0 && errno != EINTR }
      _ = poll(nil, 0, 20)
    }
  }

  /// Asks them to end, so that git takes its lock files away, and does not ask again.
  private func end(_ file: FileDescriptor) {
    let all = Self.descendants(of: child)
    for process in all { kill(process, SIGTERM) }
    let deadline = ContinuousClock.now + .seconds(1)
    while let part = Self.part(of: file, before: deadline), !part.isEmpty {}
    _ = hasEnded(before: deadline)
    for process in all { kill(process, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// A process and those that it started, as far as the system tells.
  private static func descendants(of process: pid_t) -> [pid_t] {
    let bytes = (try? File.contents(of: "/proc/\(process)/task/\(process)/children")) ?? []
    let children = String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
    return [process] + children.flatMap(descendants)
  }
}
