/// How much memory is used, by each thread, for objects that may be asked for again.
struct ObjectMemory: Sendable {
  static let usual = ObjectMemory(windows: 512, bases: 1 << 24, trees: 1 << 23)
  /// Beside a long history, which takes much itself, and where neighbours are asked for one after the other.
  static let little = ObjectMemory(windows: 128, bases: 1 << 22, trees: 1 << 21)

  /// How many pieces of 64 KB of each pack.
  let windows: Int
  /// Of objects that others in a pack are deltas of, in bytes.
  let bases: Int
  /// Of trees, in bytes.
  let trees: Int
}
