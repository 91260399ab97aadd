import CProcess
import Foundation
import ReleaseScope

/// Nothing that a process can leave behind may hold the token.
enum Privacy {
  /// Call it before the token is read.
  static func begin() throws(Problem) {
    guard relscope_forbid_dumps() == 0 else {
      throw Problem(.internal, "cannot forbid core dumps, which would hold the token")
    }
    // They make the network code print what it sends, or write the keys of its connections to a file.
    for name in ["URLSessionDebug", "URLSessionDebugLibcurl", "SSLKEYLOGFILE"] { unsafe unsetenv(name) }
    // A child that is gone must be an error of a write, not the end of this program.
    signal(SIGPIPE, SIG_IGN)
  }
}
