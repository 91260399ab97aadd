import ReleaseScope

/// The fields of the lines that git writes to hooks.
enum HookInput {
  static func unexpected(_ line: ArraySlice<UInt8>) -> Problem {
    Problem(
      .usage, "cannot understand '\(String(decoding: line, as: UTF8.self))' on standard input",
      help: "relscope hook is run by git, with git's arguments and input")
  }

  /// - Returns: `nil` for zeros, of which there may be 40 or 64.
  static func id(_ text: String) throws(Problem) -> ObjectID? {
    if let id = ObjectID(text) { return id.isZero ? nil : id }
    guard text.utf8.count == 64, text.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw Problem(.usage, "'\(text)' on standard input is no object id")
    }
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      throw Problem(
        .missing, "cannot judge '\(text.prefix(10))': objects named by SHA-256 cannot be read",
        help: "relscope reads repositories with SHA-1 object names")
    }
    return nil
  }
}
