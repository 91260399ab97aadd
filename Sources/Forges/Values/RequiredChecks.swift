/// The checks that have to pass before a forge merges into a branch.
package enum RequiredChecks: Equatable, Sendable {
  /// All of them, by name.
  case named([String])
  /// Some of them: the token may not read whether there are others.
  case atLeast([String])
  /// Names with `*` for any text.
  case patterns([String])
  /// Everything that runs for the pull request, together.
  case pipeline
  /// The forge does not tell, or not this token.
  case unknown

  /// As the forge names them; `nil` if it does not tell.
  package var names: [String]? {
    switch self {
    case .named(let names), .atLeast(let names), .patterns(let names): names
    case .pipeline: ["pipeline"]
    case .unknown: nil
    }
  }

  /// Whether one of them is relscope's. A job may have any name, and run relscope: that it does not is known where
  /// nothing is required at all.
  ///
  /// - Returns: `nil` if nobody knows.
  package var hasRelscope: Bool? {
    switch self {
    case .named(let names): names.isEmpty ? false : names.contains(where: Self.isRelscope) ? true : nil
    case .atLeast(let names): names.contains(where: Self.isRelscope) ? true : nil
    case .patterns(let patterns): patterns.isEmpty ? false : patterns.contains(where: Self.takesRelscope) ? true : nil
    case .pipeline, .unknown: nil
    }
  }

  /// Whether it is the status, or a job of that name: `workflow / relscope` with what it calls before it, and the
  /// event that started it behind it on Gitea.
  private static func isRelscope(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let word = last.split(separator: "(").first.map(String.init) ?? last
    return word.split(separator: " ").map { $0.lowercased() } == ["relscope"]
  }

  /// Whether the status `relscope` is meant, too. What else patterns can hold is not looked at.
  private static func takesRelscope(_ pattern: String) -> Bool {
    if isRelscope(pattern) { return true }
    let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return false }
    var rest = "relscope"[...]
    guard rest.hasPrefix(first), rest.hasSuffix(last), first.count + last.count <= rest.count else { return false }
    rest = rest.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
