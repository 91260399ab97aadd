import ReleaseScope

/// What the message of a merge says was merged, in the forms that git and the services write.
enum MergedBranches: Equatable {
  /// Branches, in the order of the merge's later parents where there are several.
  case branches([String])
  /// A branch after the name of its owner, which may be left out: `shop/release/2.4.0`.
  case ownedBranch(String)
  case tags([String])
  /// Words that somebody wrote, which may hold a branch's name.
  case words([String])
  /// A revert, whatever it names; or an id alone.
  case none

  /// How many bytes of a message are looked at: more than a title and a branch's name take.
  static let longest = 4_096

  /// - Parameter message: Whole; of the body, only the first line is looked at.
  init(message: [UInt8]) {
    let lines = String(decoding: message.prefix(Self.longest), as: UTF8.self)
      .split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: true)
    let subject = lines.first.map(String.init) ?? ""
    let body = lines.dropFirst().first.map(String.init) ?? ""
    if let named = Self.quoted(subject) ?? Self.request(subject, body) {
      self = named
    } else if subject.hasPrefix("Revert") {
      self = .none
    } else {
      let merged = subject.splitOnce(" into ")?.before ?? subject
      self = .words(merged.split { " \t'\"`()[],;:".contains($0) }.map(String.init))
    }
  }

  /// git's own: `Merge branches 'a' and 'b' into c`, `Merge remote-tracking branch 'origin/a'`, `Merge tag 'v1'`.
  private static func quoted(_ subject: String) -> MergedBranches? {
    guard subject.hasPrefix("Merge "), let quote = subject.first(where: { $0 == "'" || $0 == "\"" }) else { return nil }
    let merged = subject.splitOnce(" into ")?.before ?? subject
    let parts = merged.split(separator: quote, omittingEmptySubsequences: false).map(String.init)
    // Of a text that is cut at its quotation marks every second part is quoted.
    let names = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    switch parts[0].dropFirst("Merge ".count) {
    case "branch ", "branches ": return .branches(names)
    case "remote-tracking branch ", "remote-tracking branches ":
      return names.count == 1 ? .ownedBranch(names[0]) : .branches(names.map(withoutOwner))
    case "tag ", "tags ": return .tags(names)
    case "commit ", "commits ": return MergedBranches.none
    default: return nil
    }
  }

  /// `Merge pull request #7 from shop/release/2.4.0`, `... in SHOP/web from release/2.4.0 to main`, `Merged in
  /// release/2.4.0 (pull request #7)`, and `Merge in SHOP/web from release/2.4.0 to main` below `Pull request #7: ...`.
  private static func request(_ subject: String, _ body: String) -> MergedBranches? {
    if subject.hasPrefix("Merged in ") {
      return firstWord(subject.dropFirst("Merged in ".count)).map { .branches([$0]) }
    }
    if subject.hasPrefix("Merge pull request ") {
      return subject.ranges(of: " from ").last.flatMap { firstWord(subject[$0.upperBound...]) }.map(Self.ownedBranch)
    }
    if subject.hasPrefix("Pull request "), body.hasPrefix("Merge in ") {
      return body.ranges(of: " from ").last.flatMap { firstWord(body[$0.upperBound...]) }.map { .branches([$0]) }
    }
    return nil
  }

  private static func firstWord(_ text: Substring) -> String? { text.split(separator: " ").first.map(String.init) }

  static func withoutOwner(_ branch: String) -> String {
    branch.splitOnce("/")?.after ?? branch
  }
}
