import CLibcrypto
import CLibgit2
import Commits

/// What was found out about changes, in this run and in earlier ones.
///
/// All of it follows from the ids that it is found by, so that it is never out of date; and it is only taken from a
/// file that nobody else can have written, made by the same version of what made it.
final class KeptPatches {
  /// How many new values make it pay to write the file.
  static let fewest = 256
  /// Another number when a value is made in another way.
  private static let edition = 2

  /// What a value is about, and so what its key is made of.
  private enum Kind: UInt8, Hashable {
    /// Of a commit.
    case summary
    /// The patch of a change.
    case patch
    /// The sums of the lines of a change.
    case lines
  }

  /// What was found out about a change.
  private struct Finding: Hashable {
    let kind: Kind
    let change: KeptDigest

    var key: KeptDigest { KeptPatches.key(kind, change.bytes) }
  }

  private let file: KeptFile?
  private let mayWrite: Bool
  /// How many values there are at most.
  private let limit: Int
  /// What the file has, which is read when it is first asked for.
  private lazy var contents = file?.read().flatMap { KeptTable($0, by: Self.maker) }
  private var table: KeptTable? { asksFile ? contents : nil }
  /// Whether the file is asked as well.
  private(set) var asksFile = false
  private var summaries: [ObjectID: ChangeSummary] = [:]
  private var digests: [Finding: KeptDigest] = [:]
  /// The keys of what was taken from the file.
  private var used: Set<KeptDigest> = []

  /// - Parameter file: `nil` to keep nothing beyond this run.
  init(_ file: KeptFile?, mayWrite: Bool, limit: Int = KeptTable.limit) {
    self.file = file
    self.mayWrite = mayWrite
    self.limit = limit
  }

  /// How many values are new.
  var count: Int { summaries.count + digests.count }

  /// From now on the file is asked, too.
  func readFile() { asksFile = true }

  func summary(of commit: ObjectID) -> ChangeSummary? {
    if let known = summaries[commit] { return known }
    guard table != nil else { return nil }
    return kept(Self.key(.summary, commit.bytes)).flatMap { ChangeSummary(kept: $0.span) }
  }

  func note(_ summary: ChangeSummary, of commit: ObjectID) {
    if count < limit { summaries[commit] = summary }
  }

  /// Equal for changes with the same patch.
  func patch(of change: KeptDigest) -> KeptDigest? { digest(.patch, change) }

  func note(patch: KeptDigest, of change: KeptDigest) { note(.patch, patch, change) }

  /// Equal for changes that may have the same patch.
  func lines(of change: KeptDigest) -> KeptDigest? { digest(.lines, change) }

  func note(lines: KeptDigest, of change: KeptDigest) { note(.lines, lines, change) }

  private func digest(_ kind: Kind, _ change: KeptDigest) -> KeptDigest? {
    let finding = Finding(kind: kind, change: change)
    if let known = digests[finding] { return known }
    guard table != nil, let bytes = kept(finding.key), bytes.count == KeptDigest.length else { return nil }
    return KeptDigest(at: 0, of: bytes.span)
  }

  private func note(_ kind: Kind, _ value: KeptDigest, _ change: KeptDigest) {
    if count < limit { digests[Finding(kind: kind, change: change)] = value }
  }

  private func kept(_ key: KeptDigest) -> ArraySlice<UInt8>? {
    guard let value = table?[key] else { return nil }
    used.insert(key)
    return value
  }

  /// Writes what is new to the file, if that is much and the file is read at all.
  ///
  /// What others have written since is kept; where there is too much, what this run did not ask for is let go.
  func save(fewest: Int = KeptPatches.fewest) {
    guard let file, mayWrite, asksFile, count >= fewest else { return }
    var new: [KeptDigest: [UInt8]] = [:]
    for (finding, value) in digests { new[finding.key] = value.bytes }
    for (commit, summary) in summaries { new[Self.key(.summary, commit.bytes)] = summary.keptBytes }
    file.write { [limit, used] in
      let table = file.read().flatMap { KeptTable($0, by: Self.maker) }
      var all = (table?.values ?? [:]).merging(new) { _, new in new }
      if all.count > limit { all = all.filter { new[$0.key] != nil || used.contains($0.key) } }
      guard all.count <= limit else { return nil }
      let bytes = KeptTable.bytes(of: all, by: Self.maker)
      return bytes.count <= KeptTable.longest ? bytes : nil
    }
    (summaries, digests) = ([:], [:])
  }

  private static func key(_ kind: Kind, _ bytes: [UInt8]) -> KeptDigest { KeptDigest([kind.rawValue] + bytes) }

  /// Patches are as libgit2 makes them.
  static var maker: KeptDigest {
    var (major, minor, revision) = (Int32(0), Int32(0), Int32(0))
    unsafe git_libgit2_version(&major, &minor, &revision)
    return KeptDigest(Array("relscope \(edition), libgit2 \(major).\(minor).\(revision)".utf8))
  }
}
