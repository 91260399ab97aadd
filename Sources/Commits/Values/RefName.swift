/// The full name of a ref, as git gives it: `refs/heads/main`, `HEAD`.
package struct RefName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// A local branch, by its short name.
  package static func branch(_ name: String) -> Self { Self(Kind.branch.prefix + name) }

  package static func tag(_ name: String) -> Self { Self(Kind.tag.prefix + name) }

  /// A remote's branch as it was last seen, by the name that people use: `origin/main`.
  package static func tracking(_ name: String) -> Self { Self(Kind.tracking.prefix + name) }

  package static func tracking(_ branch: String, of remote: String) -> Self { tracking("\(remote)/\(branch)") }

  package static let head = Self("HEAD")

  /// The folders of refs that a release is made of.
  package enum Kind: CaseIterable, Sendable {
    case branch, tag, tracking

    package var prefix: String {
      switch self {
      case .branch: "refs/heads/"
      case .tag: "refs/tags/"
      case .tracking: "refs/remotes/"
      }
    }
  }

  package var description: String { text }

  package var kind: Kind? { Kind.allCases.first { text.hasPrefix($0.prefix) } }

  /// The name without its folder, as git shows it: `main`, `v2.4.0`, `origin/main`.
  package var short: String { kind.map { String(text.dropFirst($0.prefix.count)) } ?? text }

  /// The short name of a local branch; `nil` for any other ref.
  package var branch: String? { kind == .branch ? short : nil }

  /// The short name of a tag; `nil` for any other ref.
  package var tag: String? { kind == .tag ? short : nil }

  /// The branch of a remote that this follows; `nil` for any other ref.
  package func branch(of remote: String) -> String? {
    let prefix = "\(Kind.tracking.prefix)\(remote)/"
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A ref and the commit that it leads to.
package struct NamedRef: Equatable, Sendable {
  package let name: RefName
  package let id: ObjectID

  package init(name: RefName, id: ObjectID) {
    self.name = name
    self.id = id
  }
}
