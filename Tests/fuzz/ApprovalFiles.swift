import Fuzzing
import Git
import Glibc

/// `fuzz approvals RUNS SEED FOLDER`: changes the records and the signers of a folder, RUNS times each part. Ends with
/// 1 if anything that was changed is taken.
enum ApprovalFiles {
  static func main(_ arguments: [String]) {
    guard arguments.count == 3, let runs = Int(arguments[0]), let seed = UInt64(arguments[1]),
      let records = FileBytes(path: "\(arguments[2])/records")?.all,
      let signers = FileBytes(path: "\(arguments[2])/signers")?.all
    else {
      print("usage: fuzz approvals RUNS SEED FOLDER")
      exit(64)
    }
    var isSafe = true
    for part in ApprovalRuns.Part.allCases {
      let done = ApprovalRuns(part, records: records, signers: signers, count: runs, seed: seed)
      print("approvals, \(part): \(done.runs) runs, \(done.read) signatures read, \(done.accepted) accepted")
      fflush(nil)
      if done.accepted > 0 || done.runs < runs { isSafe = false }
    }
    exit(isSafe ? 0 : 1)
  }
}
