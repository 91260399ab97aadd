import Documents
import ReleaseScope

/// What branches and tags of releases are called.
struct RefSurvey {
  /// A branch or a tag of a release.
  struct Release {
    let name: String
    let commit: ObjectID
    let written: WrittenVersion
  }

  /// The patterns with the names that they were seen in, hot fixes last.
  private(set) var branches: [(pattern: BranchPattern, names: [String])] = []
  /// The form that most of the newest tags have, with them, the newest first; `nil` if no tag names a release.
  private(set) var tags: (pattern: BranchPattern, releases: [Release])?
  /// The branches that a pattern matches and that name a version, the highest version first.
  private(set) var branchReleases: [Release] = []

  private static let releaseWords: Set<String> = [
    "release", "releases", "rel", "hotfix", "hotfixes", "branch", "stable", "maint", "maintenance", "support",
    "version", "line",
  ]
  /// First words of branches that people work on.
  private static let workWords: Set<String> = [
    "feature", "features", "feat", "fix", "bugfix", "bug", "wip", "dependabot", "renovate", "topic", "user", "users",
    "revert", "backport", "chore", "test", "docs", "doc", "ci", "build", "dev", "merge", "update", "upgrade", "bump",
    "add", "snyk", "experiment", "spike", "patch", "pr", "port",
  ]
  /// Of how many tags the newest tell what tags are called, and of how many the time is looked up.
  private static let (recentTags, mostTags) = (20, 2000)

  /// - Parameters:
  ///   - branches: Short names; a branch here and its remote's come twice.
  ///   - tags: Short names.
  ///   - time: When a commit was made.
  init(
    branches: [NamedCommit], tags: [NamedCommit], time: (ObjectID) throws -> Instant?
  ) rethrows {
    learn(branches)
    try learn(tags: tags, time)
  }

  private mutating func learn(_ all: [NamedCommit]) {
    var groups: [String: Set<String>] = [:]
    for branch in all {
      if let pattern = Self.pattern(of: branch.name) { groups[pattern, default: []].insert(branch.name) }
    }
    let largest = groups.values.map(\.count).max() ?? 0
    branches = groups.filter { pattern, names in
      Self.saysRelease(pattern)
        || (names.count * 20 >= largest && (names.count > 1 || pattern == "{version}" || pattern == "v{version}"))
    }.map { (BranchPattern($0), $1.sorted()) }
      .sorted { ($0.0.isHotfix ? 1 : 0, $1.1.count, $0.0.text) < ($1.0.isHotfix ? 1 : 0, $0.1.count, $1.0.text) }
    let known = Set(branches.flatMap(\.names))
    var seen: Set<String> = []
    let found = all.filter { known.contains($0.name) && seen.insert($0.name).inserted }.compactMap { branch in
      WrittenVersion(branch.name).map { Release(name: branch.name, commit: branch.id, written: $0) }
    }
    branchReleases = found.sorted { $1.number < $0.number }
  }

  private static func pattern(of name: String) -> String? {
    let first = words(name).first?.lowercased() ?? ""
    guard !workWords.contains(first) else { return nil }
    if let written = WrittenVersion(name), written.hasParts || saysRelease(written.pattern),
      !written.before.contains(where: \.isNumber)
    {
      return written.pattern
    }
    // A name in words: release/autumn-2024.
    guard releaseWords.contains(first), let end = name.firstIndex(where: { "/-_".contains($0) }),
      case let rest = name[name.index(after: end)...], rest.contains(where: \.isNumber),
      name[end] == "/" ? rest.first?.isLetter == true || rest.first?.isNumber == true : rest.first?.isNumber == true
    else { return nil }
    return "\(name[...end]){version}"
  }

  private static func words(_ text: String) -> [Substring] { text.split { !$0.isLetter } }

  /// Whether the word before the version, or the one behind it, is one for releases: `release/v{version}`.
  private static func saysRelease(_ pattern: String) -> Bool {
    guard let parts = pattern.splitOnce("{version}") else { return false }
    let words = words(parts.before).filter { $0.count > 1 }.suffix(1) + words(parts.after)
    return words.contains { releaseWords.contains($0.lowercased()) }
  }

  private mutating func learn(tags all: [NamedCommit], _ time: (ObjectID) throws -> Instant?) rethrows {
    var found: [(release: Release, time: Instant)] = []
    for tag in all.prefix(Self.mostTags) {
      guard let written = WrittenVersion(tag.name), written.hasParts, !written.isPreliminary,
        let time = try time(tag.id)
      else { continue }
      found.append((Release(name: tag.name, commit: tag.id, written: written), time))
    }
    found.sort { ($1.time, $1.release.number) < ($0.time, $0.release.number) }
    var counts: [String: Int] = [:]
    for tag in found.prefix(Self.recentTags) { counts[tag.release.written.pattern, default: 0] += 1 }
    guard let pattern = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
    tags = (BranchPattern(pattern), found.map(\.release).filter { $0.written.pattern == pattern })
  }

  /// Whether a release branch is a line of several versions, as `5.3` is for `v5.3.0` and `v5.3.1`: then there is a
  /// branch with two such tags.
  var line: Release? {
    let versions = tags?.releases.map(\.written.version) ?? []
    return branchReleases.first { branch in
      let version = branch.written.version
      let start = version.lowercased().hasSuffix(".x") ? String(version.dropLast()) : version + "."
      return versions.count { $0.hasPrefix(start) } > 1
    }
  }
}

extension RefSurvey.Release {
  var number: VersionNumber { VersionNumber(written.version) ?? .none }
}
