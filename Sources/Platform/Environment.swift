#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The variables that this program was started with.
package enum Environment {
  /// - Returns: `nil` if the variable is not set, or is empty.
  package static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  package static var all: [String: String] {
    var variables: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(text[..<mark])] = String(text[text.index(after: mark)...])
      }
      unsafe next += 1
    }
    return variables
  }

  /// Takes a variable out, so that no child inherits it.
  package static func remove(_ name: String) { unsafe unsetenv(name) }

  /// The first program of this name in `PATH`; `nil` if there is none.
  package static func program(named name: String) -> String? {
    variable("PATH")?.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: File.isExecutable)
  }
}
