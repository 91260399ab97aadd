import Fuzzing
import Git
import Glibc

/// `fuzz RUNS SEED FILE...` breaks the files and reads them, RUNS times for each format; `fuzz histories COUNT SEED SHOWN`
/// compares what relscope says of random histories with what their files say; `fuzz approvals RUNS SEED FOLDER` changes
/// approvals.
@main
enum Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count > 1, arguments[1] == "histories" { return Histories.main(arguments.dropFirst(2).map(\.self)) }
    if arguments.count > 1, arguments[1] == "approvals" {
      return ApprovalFiles.main(arguments.dropFirst(2).map(\.self))
    }
    guard arguments.count > 3, let runs = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
      print("usage: fuzz RUNS SEED FILE...")
      return
    }
    let files = arguments.dropFirst(3).compactMap { FileBytes(path: $0)?.all }
    for format in FuzzRuns.Format.allCases {
      let done = FuzzRuns(format, files.filter { FuzzRuns.Format(of: $0) == format }, count: runs, seed: seed)
      print("\(format): \(done.runs) runs, \(done.accepted) accepted")
      fflush(nil)
    }
  }
}
