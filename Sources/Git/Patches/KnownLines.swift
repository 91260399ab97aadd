import Commits

/// The lines of files that were looked at lately, and those that changes add and remove.
struct KnownLines {
  /// In bytes of text.
  private static let limit = 1 << 23
  private static let mostChanges = 1 << 14

  private struct Contents: Hashable {
    let old: ObjectID?
    let new: ObjectID?
  }

  private var files: [ObjectID: LineCounts] = [:]
  private var size = 0
  private var changes: [Contents: ChangedLines] = [:]
  private var countOfChanges = 0

  /// The lines of a file; `nil` if it is none of lines.
  mutating func lines(of file: ObjectID, in repository: Repository) throws(GitError) -> LineCounts? {
    if let known = files[file] { return known }
    let text = try repository.blob(file)
    guard let lines = LineCounts(text) else { return nil }
    if size + text.count > Self.limit {
      files.removeAll()
      size = 0
    }
    if text.count <= Self.limit {
      files[file] = lines
      size += text.count
    }
    return lines
  }

  /// What differs between two files, `nil` being one without lines; `nil` if one of them is none of lines.
  mutating func change(
    from old: ObjectID?, to new: ObjectID?, in repository: Repository
  ) throws(GitError) -> ChangedLines? {
    let contents = Contents(old: old, new: new)
    if let known = changes[contents] { return known }
    var texts: [[UInt8]] = []
    for file in [old, new] {
      var text: [UInt8] = []
      if let file { text = try repository.blob(file) }
      guard LineCounts.areLines(text) else { return nil }
      texts.append(text)
    }
    let change = ChangedLines(from: texts[0], to: texts[1])
    let count = change.added.count + change.removed.count
    if countOfChanges + count > Self.mostChanges {
      changes.removeAll()
      countOfChanges = 0
    }
    if count <= Self.mostChanges {
      changes[contents] = change
      countOfChanges += count + 1
    }
    return change
  }
}
