extension Rule {
  static let mergeWithChanges = Rule(
    .mergeWithChanges, .warning, finds: "a merge that changes files as neither of its parents does",
    advice: "look at what the merge changes: git show --remerge-diff <merge>",
    find: .presence { facts in
      facts.range.mergeChanges.map { merge, paths in
        Difference(
          commits: [merge], message: "the merge changes \(PathList.text(paths)) as neither of its parents does",
          help: .run("git show --remerge-diff \(merge.abbreviated)"))
      }
    })
}

/// Paths in a sentence.
private enum PathList {
  private static let most = 3

  /// The first few, and how many there are besides.
  static func text(_ paths: [String]) -> String {
    let first = paths.prefix(most).map { "'\($0)'" }
    guard paths.count <= most else { return "\(first.joined(separator: ", ")) and \(paths.count - most) more" }
    guard let last = first.last, first.count > 1 else { return first.joined() }
    return "\(first.dropLast().joined(separator: ", ")) and \(last)"
  }
}
