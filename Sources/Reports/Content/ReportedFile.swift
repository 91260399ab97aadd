import ReleaseScope

/// The file of the repository that services show findings at. A scope check has no line of code to point at, so it is
/// the manifest, or where that is no file of the repository, the policy.
struct ReportedFile {
  /// Relative to the top of the repository, without `.` and `..`; clean.
  let path: String

  init(_ report: ScopeReport) {
    let documents = [report.manifest, report.policy].compactMap(\.self).filter { $0.from != "file" }
    path = documents.lazy.map { Self.relative($0.name) }.first { !$0.isEmpty } ?? ".relscope.yml"
  }

  private static func relative(_ name: String) -> String {
    TerminalText(unicode: true).cleaned(name).split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(
      separator: "/")
  }

  /// The path as a relative reference of RFC 3986: everything but unreserved characters and `/` is percent-encoded.
  var uri: String {
    var result = ""
    for byte in path.utf8 {
      let isUnreserved = byte.isASCIILetter || byte.isASCIIDigit || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      result += isUnreserved ? String(UnicodeScalar(byte)) : "%\(digits.count == 1 ? "0" : "")\(digits)"
    }
    return result
  }
}
