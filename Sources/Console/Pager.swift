import Platform

/// Shows a text of more than a screen as git does: on a terminal only, by `GIT_PAGER`, `core.pager`, `PAGER` or less.
package enum Pager {
  /// Writes `text` to standard output, by a pager where one is wanted and can be had.
  ///
  /// - Parameter configured: The value of `core.pager`; asked for only where it decides.
  /// - Throws: `FileError` if standard output takes nothing.
  package static func show(_ text: String, configured: () -> String?) throws {
    let output = StandardStream.output
    let isLong = text.utf8.count { $0 == UInt8(ascii: "\n") } >= output.rows ?? .max
    let variables = Environment.all
    guard isLong, output.isTerminal, variables["TERM"] != "dumb", let command = command(variables, configured) else {
      return try Output.standardOutput.write(text)
    }
    ProgressMeter.standard.end()
    let settings = ["LESS": "FRX", "LV": "-c"].merging(variables) { _, own in own }
    // As git does, and as people write these variables: with options and quotation marks.
    let status = ChildProcess.show(Array(text.utf8), by: "/bin/sh", ["-c", command], environment: settings)
    // 127 is the shell's word for a program that is not there.
    if status == nil || status == 127 { try Output.standardOutput.write(text) }
  }

  /// - Parameter configured: The value of `core.pager`.
  /// - Returns: `nil` where no pager is wanted.
  package static func command(_ variables: [String: String], _ configured: () -> String?) -> String? {
    let command = variables["GIT_PAGER"] ?? configured() ?? variables["PAGER"] ?? "less"
    return command.isEmpty || command == "cat" ? nil : command
  }
}
