import CProcess

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What this program leaves to others of its user.
package enum ProcessPrivacy {
  /// Sees to it that nobody can read the memory of this program, and that it leaves no core dump.
  ///
  /// - Returns: Whether the system did it.
  package static func forbidDumps() -> Bool { relscope_forbid_dumps() == 0 }

  /// Makes a reader that is gone the error of a write, not the end of this program.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
