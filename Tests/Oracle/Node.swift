import ReleaseScope

/// A commit of a random history, with what its maker knew.
struct Node {
  enum Kind {
    case work
    /// Takes the commit at an index back, which may be a revert.
    case revert(of: Int)
    /// Does again what a revert took back.
    case reland(of: Int)
    /// A copy of the commit at an index.
    case pick(of: Int)
    /// One commit that has the changes of those at some indices.
    case squash(of: [Int])
    case merge
    /// A revert that changes nothing.
    case nothing
    case start
  }

  let kind: Kind
  let id: ObjectID
  let parents: [Int]
  /// All that it reaches, itself among them, one bit each.
  let ancestors: UInt128
  let state: World.State
  let message: String
  /// The title of its pull request, where that is not the subject.
  let title: String?
  /// The number of its pull request.
  let request: Int?
  let author: Signature
  /// Whether nothing but the branch that brings it in names its ticket.
  let isKeyless: Bool

  var subject: String { String(message.prefix { $0 != "\n" }) }
  var isMerge: Bool { parents.count > 1 }
  /// Whether it brought the release to the base.
  var isReleaseMerge: Bool {
    let release = "release/2.4.0"
    let into = ["into \(release)", "into '\(release)'", "to \(release)"]
    return isMerge && message.contains(release) && !into.contains(where: message.contains)
  }
  func reaches(_ node: Int) -> Bool { ancestors >> UInt128(node) & 1 == 1 }
}

/// A branch of a random history.
struct Branch {
  let name: String
  var tip: Int
  /// The ticket that the branch is for; `nil` for `main` and the release.
  let ticket: Int?
  /// Where it set out.
  let start: Int
  /// The pull request of the branch, once one was opened.
  var title: String

  var isTopic: Bool { ticket != nil }
}
