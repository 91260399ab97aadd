import Git
import Platform
import ReleaseScope
import ScopeCheck

extension Repository: ReleaseRepository {
  func history(base: ObjectID, releases: [ObjectID], reader: MessageReader) throws -> History {
    try History(self, base: base, releases: releases, reader: reader)
  }

  func samePatches(
    _ left: [ObjectID], _ right: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID]) {
    let comparison = try PatchComparison(left, right, in: self)
    return (comparison.same, comparison.unreadable)
  }

  func inverses(
    of earlier: [ObjectID], among reverts: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID]) {
    let comparison = try PatchComparison(reverts, earlier, .inverse, in: self)
    return (comparison.same, comparison.unreadable)
  }

  func squashed(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID]
  ) throws -> (squashed: [ObjectID: ObjectID], unreadable: [ObjectID]) {
    let found = try LineSquashes(line, since: start, in: squashes, self)
    return (found.squashed, found.unreadable)
  }

  var isBare: Bool { workTree == nil }

  func workTreeFile(_ path: String) throws -> [UInt8]? {
    guard let file = workTree.map({ $0 + path }), File.exists(file) else { return nil }
    return try File.contents(ofRegular: file)
  }
}

extension History: ReleaseHistory {
  var missing: (shallow: [ObjectID], objects: [ObjectID]) { (gaps.shallow, gaps.missing) }
}
