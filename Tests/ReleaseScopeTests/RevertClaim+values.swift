import ReleaseScope

extension RevertClaim {
  /// A claim as a value; commits by name.
  static func made(
    _ action: Action = .revert, in source: Source = .subject, isCertain: Bool = true, ids: [String] = [],
    runs: [(String, String)] = [], requests: [Int] = [], titles: [Title] = [], keys: [String] = []
  ) -> RevertClaim {
    var claim = RevertClaim(action, in: source, isCertain: isCertain)
    claim.ids = ids.map { WrittenID(Story.id($0)) }
    claim.runs = runs.map { Run(first: WrittenID(Story.id($0.0)), last: WrittenID(Story.id($0.1))) }
    claim.requests = requests
    claim.titles = titles
    claim.keys = keys.map(RuleStory.key)
    return claim
  }
}

extension RevertClaim.Title: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text, depth: 0) }
}
