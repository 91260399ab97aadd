#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The clock of the system.
package enum SystemClock {
  /// Now, in seconds since 1970.
  package static var seconds: Int64 { Int64(time(nil)) }
}
