/// Finds ticket keys in bytes.
///
/// A key is not part of a longer word, and `SHOP-1.2` is a version. Only known projects count; with none known,
/// everything of the grammar does, but for names that only look like keys.
package struct KeyScanner: Sendable {
  /// A key, and where it stands.
  package struct Match: Equatable, Sendable {
    package let key: TicketKey
    package let range: Range<Int>
  }

  private let known: [[UInt8]: ProjectKey]
  private let ignoresCase: Bool

  /// Names of the key grammar that are standards, not tickets.
  private static let notProjects: Set<String> = [
    "AES", "ASCII", "BASE", "CP", "CVE", "CWE", "ECMA", "GB", "GMT", "GPL", "HTTP", "IEC", "IEEE", "ISO", "JDK",
    "JEP", "JSR", "KOI", "LGPL", "MD", "MP", "PEP", "PKCS", "RFC", "RSA", "SHA", "SSL", "TLS", "UCS", "US", "UTC",
    "UTF", "WINDOWS", "X86",
  ]

  /// - Parameter projects: The known projects; empty for any.
  package init(projects: some Sequence<ProjectKey>, ignoresCase: Bool = false) {
    known = Dictionary(projects.map { (Array($0.text.utf8), $0) }) { first, _ in first }
    self.ignoresCase = ignoresCase
  }

  package var knowsProjects: Bool { !known.isEmpty }

  package var projects: [ProjectKey] { known.values.sorted() }

  package func isKnown(_ project: ProjectKey) -> Bool { known[Array(project.text.utf8)] != nil }

  /// The keys in `bytes`, in order.
  ///
  /// - Parameter inBranchName: Whether `_` ends a word, as it does in `feature_SHOP-12_cart`.
  /// - Returns: Keys that count, and apart from them the keys of other projects.
  /// - Complexity: Linear in the length of `bytes`.
  package func scan(
    _ bytes: ArraySlice<UInt8>, inBranchName: Bool = false
  ) -> (counting: [Match], others: [Match]) {
    var counting: [Match] = []
    var others: [Match] = []
    var end = bytes.startIndex
    while let hyphen = bytes[end...].firstIndex(of: UInt8(ascii: "-")) {
      end = hyphen + 1
      guard let number = number(after: hyphen, in: bytes),
        let (project, start) = project(before: hyphen, in: bytes, inBranchName: inBranchName)
      else { continue }
      let isKnown = known[Array(project.text.utf8)] != nil
      let next = number.end
      guard
        endsKey(next, in: bytes, isKnown: isKnown, inBranchName: inBranchName && isKnown)
      else { continue }
      let match = Match(key: TicketKey(project: project, number: number.value), range: start..<next)
      if isKnown || (known.isEmpty && !Self.notProjects.contains(project.text)) {
        counting.append(match)
      } else if !Self.notProjects.contains(project.text) {
        others.append(match)
      }
      end = next
    }
    return (counting, others)
  }

  private func number(after hyphen: Int, in bytes: ArraySlice<UInt8>) -> (value: Int, end: Int)? {
    var end = hyphen + 1
    var value = 0
    while end < bytes.endIndex, bytes[end].isASCIIDigit {
      // 18 digits fit; a longer number is no ticket's.
      guard end - hyphen <= 18 else { return nil }
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end > hyphen + 1, bytes[hyphen + 1] != UInt8(ascii: "0") else { return nil }
    return (value, end)
  }

  private func project(
    before hyphen: Int, in bytes: ArraySlice<UInt8>, inBranchName: Bool
  ) -> (ProjectKey, start: Int)? {
    var start = hyphen
    while start > bytes.startIndex, bytes[start - 1].isKeyCharacter { start -= 1 }
    var name = bytes[start..<hyphen]
    if let project = self.project(named: name) { return (project, start) }
    while inBranchName, let underscore = name.firstIndex(of: UInt8(ascii: "_")) {
      name = name[(underscore + 1)...]
      if let project = self.project(named: name), isKnown(project) { return (project, name.startIndex) }
    }
    return nil
  }

  private func project(named name: ArraySlice<UInt8>) -> ProjectKey? {
    if let project = known[Array(name)] { return project }
    if ignoresCase, let project = known[name.map(\.uppercased)] { return project }
    return try? ProjectKey(parsing: String(decoding: name, as: UTF8.self))
  }

  private func endsKey(_ end: Int, in bytes: ArraySlice<UInt8>, isKnown: Bool, inBranchName: Bool) -> Bool {
    guard end < bytes.endIndex else { return true }
    let next = bytes[end]
    if next == UInt8(ascii: "_"), inBranchName { return true }
    if next.isKeyCharacter { return false }
    let isDigitAfter = end + 1 < bytes.endIndex && bytes[end + 1].isASCIIDigit
    if next == UInt8(ascii: "."), isDigitAfter { return false }
    return next != UInt8(ascii: "-") || !isDigitAfter || isKnown
  }
}

extension UInt8 {
  package var uppercased: UInt8 { isASCIILowercase ? self - 32 : self }
  package var lowercased: UInt8 { isASCIICapital ? self + 32 : self }
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
