import Platform
package import ReleaseScope
import SystemPackage

extension FileError: ExplainedError {
  package var problem: Problem {
    switch operation {
    case .read: Problem(.missing, "cannot read '\(path)': \(reason)")
    case .write: Problem(.cannotWrite, "cannot write '\(path)': \(reason)", help: advice)
    case .append: Problem(.cannotWrite, "cannot add to '\(path)': \(reason)")
    case .keep: Problem(.cannotWrite, "cannot keep '\(path)': \(reason)")
    case .putBack: Problem(.cannotWrite, "cannot put back '\(path)': \(reason)")
    case .remove: Problem(.cannotWrite, "cannot remove '\(path)': \(reason)")
    case .makeFolder: Problem(.cannotWrite, "cannot make '\(path)': \(reason)", help: advice)
    case .writeStream: Problem(.cannotWrite, "cannot write to \(path): \(reason)")
    }
  }

  private var advice: String {
    switch code {
    case .noSuchFileOrDirectory, .notDirectory: "create the directory first"
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: "choose a place that you may write to"
    case .noSpace, .diskQuotaExceeded: "free some space, or choose another disk"
    case .isDirectory: "name a file"
    default: "choose another file"
    }
  }
}
