import Platform
package import ReleaseScope

/// What uninstalling did to one hook.
package enum HookRemoval: Equatable, Sendable {
  case removed
  /// The hook that was there before is back.
  case restored
  /// Not of relscope, and left alone.
  case foreign
  case absent
}

extension HookFolder {
  /// Takes hooks away, and puts back what was there before: the same bytes, mode and links.
  ///
  /// - Parameters:
  ///   - names: In this order.
  ///   - force: Whether to take away a text of relscope that was changed by hand, and hooks that others share.
  /// - Returns: What was done to each.
  /// - Throws: ``Problem``; nothing is changed when such a text stands in the way.
  package func uninstall(_ names: [HookName], force: Bool) throws(Problem) -> [(name: HookName, result: HookRemoval)] {
    if hooksPath.owner == .elsewhere, !force, names.contains(where: { isOurs($0) }) {
      throw Problem(
        .cannotWrite, "the hooks of this repository are outside of it: '\(hooksPath.path)'",
        help: "add --force to take them away from all who share them")
    }
    for name in names where !force {
      guard let file = HookFile(at: path(of: name)), file.origin(as: name) == .changed else {
        continue
      }
      throw Problem(
        .cannotWrite, "'\(file.entry.path)' is a text of relscope, but not as 'hooks install' wrote it",
        help: "move your lines to a file of your own; --force removes it")
    }
    var results: [(HookName, HookRemoval)] = []
    for name in names { results.append((name, try remove(name))) }
    if results.contains(where: { $0.1 == .removed }) { File.removeEmptyFolder(hooksPath.path) }
    return results
  }

  private func isOurs(_ name: HookName) -> Bool {
    guard let file = HookFile(at: path(of: name)) else { return false }
    return file.origin(as: name) != .foreign
  }

  private func remove(_ name: HookName) throws(Problem) -> HookRemoval {
    let kept = HookFile(at: keptPath(of: name))
    guard let file = HookFile(at: path(of: name)) else {
      guard let kept else { return .absent }
      try HookFile.change { () throws(FileError) in try kept.entry.move(to: path(of: name)) }
      return .restored
    }
    guard file.origin(as: name) != .foreign else {
      // An installation that was killed after its first step: the hook has two names.
      if let kept, kept.entry.identity == file.entry.identity {
        try HookFile.change { () throws(FileError) in try kept.entry.remove() }
      }
      return .foreign
    }
    guard let kept else {
      try HookFile.change { () throws(FileError) in try file.entry.remove() }
      return .removed
    }
    try HookFile.change { () throws(FileError) in try kept.entry.move(to: path(of: name)) }
    return .restored
  }
}
