import CLibFuzzer
import Fuzzing
import Glibc

/// `fuzz coverage TARGET [OPTION...]`: what reaches new code is broken further. libFuzzer chooses, the target's grammar
/// breaks.
enum Coverage {
  nonisolated(unsafe) private static var target = FuzzTarget.all[0]
  nonisolated(unsafe) private static var others: [[UInt8]] = []

  static func main(_ arguments: [String]) {
    guard let name = arguments.first, let found = FuzzTarget.named(name) else {
      print("usage: fuzz coverage TARGET [OPTION...]; targets: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
      exit(64)
    }
    unsafe (target, others) = (found, FuzzCorpus.files(found))
    // libFuzzer reads them as long as the program runs.
    let words = unsafe (["fuzz"] + arguments.dropFirst()).map { unsafe strdup($0) } + [nil]
    let list = unsafe UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count)
    unsafe list.initialize(from: words, count: words.count)
    let status = unsafe relscope_run_libfuzzer(Int32(arguments.count), list) { bytes, count in
      _ = unsafe Coverage.target.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
    guard status >= 0 else {
      print("this program has no libFuzzer: run scripts/fuzz coverage \(name)")
      exit(69)
    }
    exit(status)
  }

  fileprivate static func broken(_ bytes: [UInt8], seed: UInt32) -> [UInt8]? {
    unsafe FuzzRuns.bytes(target, [bytes] + others.prefix(7), seed: UInt64(seed), run: 0)
  }
}

/// Called by libFuzzer in place of its own way to break bytes.
@c
public func LLVMFuzzerCustomMutator(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  let original = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  guard let broken = Coverage.broken(original, seed: seed)?.prefix(room) else { return count }
  unsafe bytes.update(from: Array(broken), count: broken.count)
  return broken.count
}
