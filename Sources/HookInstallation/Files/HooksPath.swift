import ReleaseScope
import Platform

/// The folder where git looks for the hooks of a repository, and whose it is.
package struct HooksPath: Equatable, Sendable {
  package enum Owner: Equatable, Sendable {
    /// In the git directory: of this clone, and of nobody else.
    case clone
    /// In the work tree: its files may be committed, and then belong to everybody.
    case workTree
    /// Elsewhere: other repositories may have the same hooks.
    case elsewhere
    /// `core.hooksPath` names no folder, which switches hooks off.
    case nowhere
  }

  /// Absolute, without a slash at the end.
  package let path: String
  /// The value of `core.hooksPath`; `nil` if it is not set.
  package let configured: String?
  package let owner: Owner
  /// The folder that git would use by itself. Absolute, as a relative one names another folder in each linked worktree.
  let ownFolder: String

  /// - Parameters:
  ///   - configured: `core.hooksPath`, with `~` expanded. A relative path starts where git runs the hooks: at the top
  ///     of the work tree, or in a bare repository.
  ///   - gitDirectory: The git directory of this work tree, absolute.
  ///   - commonDirectory: The one that linked worktrees share.
  ///   - workTree: `nil` for a bare repository.
  package init(configured: String?, gitDirectory: String, commonDirectory: String, workTree: String?) {
    self.configured = configured
    let common = commonDirectory.withoutFinalSlash
    ownFolder = common + "/hooks"
    let top = (workTree ?? gitDirectory).withoutFinalSlash
    switch configured {
    case nil: path = common + "/hooks"
    case let folder?: path = (folder.hasPrefix("/") ? folder : "\(top)/\(folder)").withoutFinalSlash
    }
    // A linked worktree has a file in the place of `.git`.
    if configured == "" || File.vacancy(at: path) == .blocked {
      owner = .nowhere
      return
    }
    let real = File.nearestResolved(path)
    let main = common.hasSuffix("/.git") ? String(common.dropLast("/.git".count)) : nil
    let trees = [workTree?.withoutFinalSlash, main].compactMap(\.self)
    if real.isInside(File.nearestResolved(common)) {
      owner = .clone
    } else if trees.contains(where: { real.isInside(File.nearestResolved($0)) }) {
      owner = .workTree
    } else {
      owner = .elsewhere
    }
  }

  /// Whether linked worktrees look for their hooks elsewhere: the path starts at the top of each.
  package var isRelative: Bool { configured.map { !$0.isEmpty && !$0.hasPrefix("/") } ?? false }

  /// What makes a relative path mean the same folder everywhere.
  package var absoluteSetting: String { "git config core.hooksPath \(ShellWord.inQuotes(path))" }

  /// The folder in which husky 9 keeps files that it writes itself; each calls the file of its name in the folder
  /// above.
  package var isHusky: Bool {
    path.hasSuffix("/_") && File.exists(path + "/h")
  }
}

extension String {
  fileprivate var withoutFinalSlash: String {
    var text = self[...]
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  fileprivate func isInside(_ folder: String) -> Bool { self == folder || hasPrefix(folder + "/") }
}
