import Console
import Platform
import ReleaseScope

/// Nothing that a process can leave behind may hold the token.
enum Privacy {
  /// Call it before the token is read.
  static func begin() throws(Problem) {
    ProcessEnd.reportCrashes()
    try ProcessPrivacy.begin()
    // It makes the network code write the keys of its connections to a file.
    Environment.remove("SSLKEYLOGFILE")
    // A child that is gone must be an error of a write, not the end of this program.
    ProcessPrivacy.ignoreBrokenPipes()
  }
}
