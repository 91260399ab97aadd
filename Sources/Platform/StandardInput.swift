#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What somebody types.
package enum StandardInput {
  package static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line, without its end; `nil` at the end.
  package static func line() -> String? { readLine() }
}
