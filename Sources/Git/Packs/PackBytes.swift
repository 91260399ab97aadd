/// The bytes of a pack, of which no more than some stay in memory: a history of any size takes little of it, and trees
/// and files are read from all over the pack.
final class PackBytes {
  /// What the system maps at once, about, as a power of two.
  private static let window = 16

  private let file: FileBytes
  private let limit: Int
  /// Whether each window was used since the memory was given back.
  private var isUsed: [Bool]
  private var used = 0

  /// - Parameter limit: How many windows of 64 KB stay in memory.
  init(_ file: FileBytes, limit: Int = 512) {
    self.file = file
    self.limit = limit
    isUsed = Array(repeating: false, count: file.count >> Self.window + 1)
  }

  deinit { giveBack() }

  /// Calls `body` with `count` bytes of the file, or all up to its end.
  ///
  /// - Returns: `nil` if the file ends before.
  func withBytes<Value>(from offset: Int, _ count: Int, _ body: (Span<UInt8>) -> Value?) -> Value? {
    guard offset >= 0, offset < file.count else { return nil }
    let end = min(offset + count, file.count)
    for window in offset >> Self.window...(end - 1) >> Self.window where !isUsed[window] { use(window) }
    return file.withSpan(offset..<end, body)
  }

  private func use(_ window: Int) {
    if used == limit { giveBack() }
    isUsed[window] = true
    used += 1
  }

  /// Gives the memory back. What is asked for again is mapped again.
  private func giveBack() {
    guard used > 0, let first = isUsed.firstIndex(of: true), let last = isUsed.lastIndex(of: true) else { return }
    file.giveBack(first << Self.window..<min((last + 1) << Self.window, file.count))
    for window in first...last { isUsed[window] = false }
    used = 0
  }
}
