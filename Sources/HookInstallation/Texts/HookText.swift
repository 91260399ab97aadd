package import ReleaseScope

/// The text of one hook as it is installed: that of `hooks/` with what holds in this repository.
struct HookText {
  /// What follows the name of a hook that was there before.
  static let keptSuffix = ".relscope-kept"

  private static let digestStart = "# relscope text: "
  private static let digestEnd = "; 'relscope hooks install' wrote this file and may replace it"

  let name: HookName
  /// The program's absolute path; `nil` to look for `relscope` in `PATH`.
  var program: String?
  /// The base branch, without `refs/heads/`.
  var base: String
  /// Whether a hook was there before, which is to be called first.
  var callsKept = false

  /// The whole file. Its digest stands below the line that names the hook.
  var text: String {
    var lines: [String] = []
    for line in HookSources.text(of: name).split(separator: "\n", omittingEmptySubsequences: false) {
      switch line {
      case "relscope=relscope":
        lines.append(program.map { "relscope=\(ShellWord.inQuotes($0))" } ?? "relscope=relscope")
      case "base=main": lines.append("base=\(ShellWord.inQuotes(base))")
      default: lines.append(String(line))
      }
      if line == Self.marker(of: name), callsKept { lines.append(callOfKept) }
    }
    return Self.signed(lines.joined(separator: "\n"), name)
  }

  /// The line by which a text of relscope is known.
  private static func marker(of name: HookName) -> String { "# relscope hook: \(name.rawValue)" }

  /// Calls the kept hook with the same arguments and the same input, which both it and the rest of the text can read.
  ///
  /// The input is held in a variable, so nothing is left behind when the hook is killed. A pipeline ends with the
  /// status of its last command, so one that reads no input fails nothing. A kept hook that is not executable is not
  /// called: git would not either.
  private var callOfKept: String {
    let start = """
      # The hook that was here before comes first, with the same arguments and the same input. If it fails, that is final.
      kept=$(dirname -- "$0") || exit
      kept=$kept/\(name.rawValue)\(Self.keptSuffix)
      """
    guard name.readsInput else {
      return start + "\n" + #"if [ -x "$kept" ]; then "$kept" "$@" || exit; fi"#
    }
    return start + "\n" + #"""
      if [ -x "$kept" ]; then
        newline='
      '
        input=$(cat && printf .) || exit
        input=${input%.}
        printf %s "$input" 2>/dev/null | "$kept" "$@" || exit
        if [ -z "$input" ]; then
          exec </dev/null
        else
          exec <<INPUT
      ${input%"$newline"}
      INPUT
        fi
        unset input newline
      fi
      """#
  }

  // MARK: - Telling whose a file is

  /// What a file that is found in the place of a hook says about itself.
  enum Origin: Equatable {
    /// As `hooks install` wrote it, with the program and the base that it names.
    case installed(program: String?, base: String?)
    /// A text of relscope that somebody has changed, or has copied there.
    case changed
    case foreign
  }

  static func origin(of bytes: [UInt8], as name: HookName) -> Origin {
    let text = String(decoding: withoutCarriageReturns(bytes), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.prefix(5).contains(where: { $0 == marker(of: name) }) else { return .foreign }
    let rest = lines.filter { !$0.hasPrefix(digestStart) }.joined(separator: "\n")
    guard rest.utf8.count < text.utf8.count, signed(rest, name) == text else { return .changed }
    func assigned(_ name: String) -> String? {
      lines.last { $0.hasPrefix("\(name)=") }.flatMap { unquoted($0.dropFirst(name.count + 1)) }
    }
    return .installed(program: assigned("relscope"), base: assigned("base"))
  }

  /// The text as it was before a checkout gave it the line ends of another system.
  static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(13) else { return bytes }
    var kept: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if byte == 13, position + 1 < bytes.count, bytes[position + 1] == 10 { continue }
      kept.append(byte)
    }
    return kept
  }

  /// Adds the line with the digest of all the others.
  static func signed(_ text: String, _ name: HookName) -> String {
    // FNV-1a: it has to notice an edit, not an attack.
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(digest, radix: 16)
    let line = digestStart + String(repeating: "0", count: 16 - digits.count) + digits + digestEnd
    guard let place = text.firstRange(of: marker(of: name) + "\n") else { return text }
    return text[..<place.upperBound] + line + "\n" + text[place.upperBound...]
  }

  /// - Returns: `nil` for a word without quotes: the name of a program to look for.
  private static func unquoted(_ word: Substring) -> String? {
    guard word.count >= 2, word.first == "'", word.last == "'" else { return nil }
    return String(word.dropFirst().dropLast()).replacing(#"'\''"#, with: "'")
  }
}

extension HookName {
  /// The whole text of the hook, for a place where no other hook stands.
  ///
  /// - Parameters:
  ///   - program: The program's absolute path.
  ///   - base: The base branch, without `refs/heads/`.
  /// - Returns: A file for `sh`, which has to be executable.
  package func text(program: String, base: String) -> String { HookText(name: self, program: program, base: base).text }
}
