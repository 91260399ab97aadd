/// A shell pattern: `?` and `*` match within a path's part, `**` across parts; everything else stands for itself,
/// brackets included, since `[bot]` is a usual part of an author's name.
package struct Glob: Equatable, Sendable {
  private enum Token: Equatable, Sendable {
    case byte(UInt8)
    case any
    case star
    /// `**`
    case deepStar
    /// `**/`: any folders, or none.
    case folders
  }

  private let tokens: [Token]

  package init(_ pattern: String) {
    var tokens: [Token] = []
    var rest = Array(pattern.utf8)[...]
    while let first = rest.popFirst() {
      switch first {
      case UInt8(ascii: "?"): tokens.append(.any)
      case UInt8(ascii: "*"):
        let isDeep = rest.first == UInt8(ascii: "*")
        rest = rest.drop { $0 == UInt8(ascii: "*") }
        let isFolders = isDeep && rest.first == UInt8(ascii: "/")
        if isFolders { rest = rest.dropFirst() }
        tokens.append(isFolders ? .folders : isDeep ? .deepStar : .star)
      default: tokens.append(.byte(first))
      }
    }
    self.tokens = tokens
  }

  /// Whether the whole of `text` matches.
  ///
  /// - Parameter inPath: Whether `/` stops `*` and `?`.
  /// - Complexity: The product of the lengths of what is left of both without the bytes that the pattern begins and
  ///   ends with.
  package func matches(_ text: String, inPath: Bool = false) -> Bool {
    var text = Array(text.utf8)[...]
    var tokens = tokens[...]
    while case .byte(let byte) = tokens.first {
      guard text.popFirst() == byte else { return false }
      tokens.removeFirst()
    }
    while case .byte(let byte) = tokens.last {
      guard text.popLast() == byte else { return false }
      tokens.removeLast()
    }
    return tokens.isEmpty ? text.isEmpty : Self.matches(tokens, Array(text), inPath: inPath)
  }

  private static func matches(_ tokens: ArraySlice<Token>, _ text: [UInt8], inPath: Bool) -> Bool {
    let slash = UInt8(ascii: "/")
    // Whether the tokens so far match the bytes before each position.
    var matched = [Bool](repeating: false, count: text.count + 1)
    matched[0] = true
    for token in tokens {
      var next = [Bool](repeating: false, count: text.count + 1)
      var isOpen = false
      for position in 0...text.count {
        let last = position > 0 ? text[position - 1] : nil
        let before = position > 0 && matched[position - 1]
        switch token {
        case .byte(let byte): next[position] = before && last == byte
        case .any: next[position] = before && !(inPath && last == slash)
        case .star:
          isOpen = matched[position] || (isOpen && !(inPath && last == slash))
          next[position] = isOpen
        case .deepStar:
          isOpen = isOpen || matched[position]
          next[position] = isOpen
        case .folders:
          next[position] = matched[position] || (isOpen && last == slash)
          isOpen = isOpen || matched[position]
        }
      }
      matched = next
    }
    return matched[text.count]
  }
}

extension Exemption {
  /// Whether a commit meets every condition.
  ///
  /// - Parameter paths: What the commit changes; asked for only if a condition needs it. `nil` if it cannot be seen.
  /// - Throws: What `paths` throws, and nothing else.
  package func covers(_ commit: RangeCommit, paths: () throws -> [String]?) rethrows -> Bool {
    try covers(author: commit.author, committer: commit.committer, subject: { commit.subject }, paths: paths)
  }

  /// The same for a commit by its parts.
  ///
  /// - Throws: What `paths` throws, and nothing else.
  package func covers(
    author: Signature, committer: Signature, subject: () -> String, paths: () throws -> [String]?
  ) rethrows -> Bool {
    if let glob = self.author, !Self.matches(glob, author) { return false }
    if let glob = self.committer, !Self.matches(glob, committer) { return false }
    if let glob = self.subject, !Glob(glob).matches(subject()) { return false }
    guard !self.paths.isEmpty else { return true }
    guard let changed = try paths(), !changed.isEmpty else { return false }
    return changed.allSatisfy { path in self.paths.contains { Glob($0).matches(path, inPath: true) } }
  }

  private static func matches(_ glob: String, _ signature: Signature) -> Bool {
    Glob(glob).matches(signature.email) || Glob(glob).matches("\(signature.name) <\(signature.email)>")
  }
}
