#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Asked by programs alone: a decision is told what time it is.
package enum SystemClock {
  /// Since 1970, as people set the clock: it may go back.
  package static var seconds: Int64 { Int64(time(nil)) }
}
