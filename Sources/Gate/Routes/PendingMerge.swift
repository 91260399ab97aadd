package import ReleaseScope

/// A merge that is not committed yet, as the files of the git directory tell it.
package struct PendingMerge: Equatable, Sendable {
  /// What is merged: the lines of `MERGE_HEAD`.
  package let heads: [ObjectID]
  /// The first line of the message that git proposes.
  package let subject: String
  /// The newest commit of a squash that is to be committed; `nil` if there is none.
  package let squash: ObjectID?
  /// For each commit that was fetched last, what is written of where it comes from.
  package let fetched: [ObjectID: String]
  /// The paths that the next commit changes; `nil` where nobody knows.
  package var staged: Set<String>?

  /// - Parameter file: The contents of a file of the git directory; `nil` if there is none.
  /// - Throws: What `file` throws, and nothing else.
  package init(_ file: (_ name: String) throws -> [UInt8]?) rethrows {
    heads = try file("MERGE_HEAD")?.split(separator: 10).compactMap { ObjectID(hexadecimal: $0) } ?? []
    subject = try file("MERGE_MSG").map { String(decoding: $0.prefix { $0 != 10 }, as: UTF8.self) } ?? ""
    squash = try file("SQUASH_MSG")?.split(separator: 10).lazy.filter { $0.starts(with: "commit ".utf8) }
      .compactMap { ObjectID(hexadecimal: $0.dropFirst("commit ".utf8.count)) }.first
    var fetched: [ObjectID: String] = [:]
    for line in try file("FETCH_HEAD")?.split(separator: 10) ?? [] {
      let parts = line.split(separator: 9, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let id = ObjectID(hexadecimal: parts[0]), fetched[id] == nil else { continue }
      fetched[id] = String(decoding: parts[1], as: UTF8.self)
    }
    self.fetched = fetched
  }

  /// Nothing is being merged.
  package static let none = PendingMerge { _ in nil }
}
