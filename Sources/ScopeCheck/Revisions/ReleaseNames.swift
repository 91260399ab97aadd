import ReleaseScope

/// The names by which a release is known.
struct ReleaseNames {
  let patterns: [BranchPattern]
  /// As its branch and as Jira call it; none where nobody said a version.
  let versions: [String]

  enum Answer: Equatable {
    /// It names the release; with the places of its names among the later parents where they tell.
    case release(places: [Int])
    case another
    /// It names no branch.
    case unknown
  }

  /// Whether a merge says that it merged the release.
  ///
  /// - Parameter parents: How many later parents it has.
  func answer(_ merged: MergedBranches, parents: Int) -> Answer {
    switch merged {
    case .branches(let names): return answer(names.map(isRelease), parents)
    case .ownedBranch(let name):
      return isRelease(name) || isRelease(MergedBranches.withoutOwner(name)) ? .release(places: []) : .another
    case .tags(let names): return answer(names.map(isVersion), parents)
    case .words(let words):
      // The first word that looks like a branch is the one that was merged.
      let first = words.first { isRelease($0) || $0.contains("/") }
      return first.map(isRelease) == true ? .release(places: []) : .unknown
    case .none: return .unknown
    }
  }

  private func answer(_ isNamed: [Bool], _ parents: Int) -> Answer {
    let places = isNamed.indices.filter { isNamed[$0] && $0 < max(parents, 1) }
    guard !places.isEmpty else { return .another }
    return .release(places: isNamed.count == parents ? places : [])
  }

  func isRelease(_ branch: String) -> Bool {
    patterns.contains { pattern in pattern.version(in: branch).map(isVersion) == true }
  }

  private func isVersion(_ text: String) -> Bool {
    let plain = Self.withoutV(text)
    return versions.contains { Self.withoutV($0).caseInsensitivelyEquals(plain) }
  }

  /// `2.4.0` for `v2.4.0`.
  private static func withoutV(_ text: String) -> String {
    text.hasPrefix("v") && text.dropFirst().first?.isNumber == true ? String(text.dropFirst()) : text
  }
}
