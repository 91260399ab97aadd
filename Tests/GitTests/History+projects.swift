import Git
import ReleaseScope

extension History {
  /// For tests to which it does not matter which projects there are.
  convenience init(_ repository: Repository, base: ObjectID, releases: [ObjectID]) throws(GitError) {
    try self.init(repository, base: base, releases: releases, reader: MessageReader(scanner: KeyScanner(projects: [])))
  }
}
