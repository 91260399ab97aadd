import Fuzzing
import Glibc

/// `fuzz runs COUNT SEED [TARGET...]` and `fuzz seconds COUNT SEED [TARGET...]` break the files of the corpus and read
/// them, for each target; `fuzz one TARGET SEED RUN` writes what a run reads to standard output;
/// `fuzz histories COUNT SEED SHOWN` compares what relscope says of random histories with what their files say;
/// `fuzz approvals RUNS SEED FOLDER` changes approvals; `fuzz coverage TARGET [OPTION...]` lets libFuzzer choose what
/// to break.
@main
enum Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("histories", _): Histories.main(arguments.dropFirst(2).map(\.self))
    case ("coverage", _): Coverage.main(arguments.dropFirst(2).map(\.self))
    case ("approvals", _): ApprovalFiles.main(arguments.dropFirst(2).map(\.self))
    case ("runs", 4...), ("seconds", 4...):
      guard let count = Int(arguments[2]), let seed = UInt64(arguments[3]) else { return usage() }
      let targets = FuzzTarget.all.filter { arguments.count == 4 || arguments[4...].contains($0.name) }
      Stoppage.watch()
      for target in targets { run(target, count, isTime: arguments[1] == "seconds", seed) }
    case ("one", 5):
      guard let target = FuzzTarget.named(arguments[2]), let seed = UInt64(arguments[3]), let run = Int(arguments[4]),
        let bytes = FuzzRuns.bytes(target, FuzzCorpus.files(target), seed: seed, run: run)
      else { return usage() }
      _ = unsafe bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    default: usage()
    }
  }

  private static func usage() {
    print(
      "usage: fuzz runs|seconds COUNT SEED [TARGET...] | fuzz one TARGET SEED RUN | fuzz histories COUNT SEED SHOWN")
    exit(64)
  }

  private static func run(_ target: FuzzTarget, _ count: Int, isTime: Bool, _ seed: UInt64) {
    let files = FuzzCorpus.files(target)
    guard !files.isEmpty else {
      print("\(target.name): no files in the corpus")
      exit(1)
    }
    let start = time(nil)
    Stoppage.begin(target.name, seed)
    let done = FuzzRuns(target, files, count: isTime ? .max : count, seed: seed) { run in
      Stoppage.next(run)
      return !isTime || run % 16 > 0 || time(nil) - start < count
    }
    alarm(0)
    let share = done.runs == 0 ? 0 : done.accepted * 100 / done.runs
    print("\(target.name): \(done.runs) runs in \(time(nil) - start) s, \(share) % accepted")
    fflush(nil)
  }
}

/// Tells which run did not come to its end, also where the program has no time left to say anything else.
enum Stoppage {
  /// Longer than any run takes on a busy machine.
  private static let seconds: UInt32 = 60

  nonisolated(unsafe) private static var name = Array("".utf8)
  nonisolated(unsafe) private static var run = 0

  static func watch() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM] {
      _ = Glibc.signal(signal) { signal in
        Stoppage.tell()
        _ = Glibc.signal(signal, SIG_DFL)
        raise(signal)
      }
    }
  }

  static func begin(_ target: String, _ seed: UInt64) {
    unsafe name = Array("\nstopped: fuzz one \(target) \(seed) ".utf8)
  }

  static func next(_ run: Int) {
    unsafe self.run = run
    if run % 64 == 0 { alarm(seconds) }
  }

  private static func tell() {
    var digits: [UInt8] = [10]
    var rest = unsafe run
    repeat {
      digits.insert(UInt8(0x30 + rest % 10), at: 0)
      rest /= 10
    } while rest > 0
    for bytes in unsafe [name, digits] {
      _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
  }
}
