extension Rule {
  /// What the contents say that no commit's message does.
  static let contentRules: [Rule] = [
    Rule(
      .nothingChanged, .error, from: .documents,
      finds: "a release with the same content as the base, and tickets in the manifest",
      advice: "find out what took the work of the release back, or what put it on the base"
    ) { input in
      guard input.changesNothing, !input.plannedStates.isEmpty else { return [] }
      return [
        Difference(
          message: "'\(input.releaseName)' has the same files as '\(input.baseName)': its merge would change nothing",
          help: "run: git log --oneline \(ShellWord.quoted("\(input.baseName)..\(input.releaseName)"))")
      ]
    },
    Rule(
      .mergeWithChanges, .warning, from: .presence, finds: "a merge that changes files as neither of its parents does",
      advice: "look at what the merge changes: git show --remerge-diff <merge>"
    ) { input in
      input.mergeChanges.map { merge, paths in
        Difference(
          commits: [merge], message: "the merge changes \(PathList.text(paths)) as neither of its parents does",
          help: "run: git show --remerge-diff \(merge.abbreviated)")
      }
    },
    Rule(
      .submoduleMoved, .note, from: .documents,
      finds: "a submodule that points to another commit; its commits were not looked at",
      advice: "look at the commits between: git -C <submodule> log --oneline <old>..<new>"
    ) { input in
      input.movedSubmodules.map { submodule in
        Difference(message: submodule.message, help: submodule.help)
      }
    },
  ]
}

extension MovedSubmodule {
  fileprivate var message: String {
    let move =
      switch (old?.abbreviated, new?.abbreviated) {
      case (let old?, let new?): "moves from \(old) to \(new): its commits were not looked at"
      case (nil, let new?): "is new, at \(new): its commits were not looked at"
      case (let old?, nil): "is gone; it was at \(old)"
      case (nil, nil): "is gone"
      }
    return "submodule '\(path)' \(move)"
  }

  fileprivate var help: String? {
    guard let old, let new else { return nil }
    return "run: git -C \(ShellWord.quoted(path)) log --oneline \(old.abbreviated)..\(new.abbreviated)"
  }
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
