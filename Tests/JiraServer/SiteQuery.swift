import ServiceJSON

/// JQL, as much of it as this server takes: written from Jira's grammar, and without a look at how the program writes
/// it.
struct SiteQuery {
  struct Refusal: Error {
    let message: String
  }

  private enum Token: Equatable {
    case word(String)
    case string(String)
    case symbol(Character)
  }

  private indirect enum Clause {
    case isIn(field: String, values: [String])
    case contains(field: String, value: String)
    case both(Clause, Clause)
    case either(Clause, Clause)
  }

  private static let reserved: Set<String> = [
    "AND", "OR", "NOT", "IN", "IS", "BY", "ORDER", "EMPTY", "NULL", "DO", "INT", "SET", "SELECT", "TO", "LIMIT",
  ]

  private let site: JiraSite
  private var tokens: ArraySlice<Token>

  /// The issues that a query finds, in the order that it asks for.
  ///
  /// - Throws: ``Refusal`` with Jira's words.
  static func issues(_ text: String, in site: JiraSite) throws(Refusal) -> [JiraSite.Issue] {
    var query = SiteQuery(site: site, tokens: try tokens(text)[...])
    guard !query.tokens.isEmpty, query.tokens.first != .word("ORDER") else {
      throw Refusal(
        message: "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.")
    }
    let clause = try query.clause()
    var isOrdered = false
    if query.take(word: "ORDER") {
      guard query.take(word: "BY"), query.take(word: "KEY") else { throw query.syntaxError() }
      isOrdered = true
    }
    guard query.tokens.isEmpty else { throw query.syntaxError() }
    try query.check(clause)
    let found = site.issues.filter { site.isVisible($0) && query.matches($0, clause) }
    return isOrdered ? found.sorted { ($0.project, $0.number) < ($1.project, $1.number) } : found
  }

  private static func tokens(_ text: String) throws(Refusal) -> [Token] {
    var tokens: [Token] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.popFirst() {
      switch first {
      case " ", "\n", "\t": continue
      case "(", ")", ",", "=", "~": tokens.append(.symbol(Character(first)))
      case "\"", "'":
        var value = String.UnicodeScalarView()
        while true {
          guard let next = rest.popFirst() else {
            throw Refusal(message: "Error in the JQL Query: The quoted string '\(value)' has not been completed.")
          }
          if next == first { break }
          guard next == "\\" else {
            if next.value < 0x20 || 0x7F...0x9F ~= next.value {
              throw Refusal(message: "Error in the JQL Query: control characters must be escaped.")
            }
            value.append(next)
            continue
          }
          guard let escape = rest.popFirst(), let scalar = Self.scalar(escape, &rest) else {
            throw Refusal(message: "Error in the JQL Query: '\\' is an illegal JQL escape sequence.")
          }
          value.append(scalar)
        }
        tokens.append(.string(String(value)))
      case _ where isWordScalar(first):
        var word = String(first)
        while let next = rest.first, isWordScalar(next) {
          word.unicodeScalars.append(next)
          rest.removeFirst()
        }
        tokens.append(.word(word))
      default: throw Refusal(message: "Error in the JQL Query: The character '\(first)' is a reserved JQL character.")
      }
    }
    return tokens
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
  }

  private static func scalar(
    _ escape: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar? {
    switch escape {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "\\", "\"", "'", " ": return escape
    case "u":
      let digits = String(String.UnicodeScalarView(rest.prefix(4)))
      guard digits.count == 4, let value = UInt32(digits, radix: 16) else { return nil }
      rest = rest.dropFirst(4)
      return Unicode.Scalar(value)
    default: return nil
    }
  }

  private func syntaxError() -> Refusal {
    Refusal(message: "Error in the JQL Query: Expecting operator but got '\(tokens.first.map { "\($0)" } ?? "end")'.")
  }

  private mutating func take(word: String) -> Bool {
    guard case .word(let found) = tokens.first, found.uppercased() == word else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func take(_ symbol: Character) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func clause() throws(Refusal) -> Clause {
    var clause = try conjunction()
    while take(word: "OR") { clause = .either(clause, try conjunction()) }
    return clause
  }

  private mutating func conjunction() throws(Refusal) -> Clause {
    var clause = try term()
    while take(word: "AND") { clause = .both(clause, try term()) }
    return clause
  }

  private mutating func term() throws(Refusal) -> Clause {
    if take("(") {
      let inner = try clause()
      guard take(")") else { throw syntaxError() }
      return inner
    }
    let field = try value().lowercased()
    if take("~") { return .contains(field: field, value: try value()) }
    if take("=") { return .isIn(field: field, values: [try value()]) }
    guard take(word: "IN"), take("(") else { throw syntaxError() }
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take(")") else { throw syntaxError() }
    return .isIn(field: field, values: values)
  }

  private mutating func value() throws(Refusal) -> String {
    switch tokens.popFirst() {
    case .string(let text): return text
    case .word(let word):
      guard !Self.reserved.contains(word.uppercased()) else {
        throw Refusal(
          message: "Error in the JQL Query: '\(word)' is a reserved JQL word. You must surround it in quotation marks "
            + "to use it in a query.")
      }
      return word
    case .symbol, nil: throw syntaxError()
    }
  }

  /// Jira refuses names that it does not know, also those that the asker may not see.
  private func check(_ clause: Clause) throws(Refusal) {
    switch clause {
    case .both(let left, let right), .either(let left, let right):
      try check(left)
      try check(right)
    case .contains: break
    case .isIn(let field, let values):
      for value in values {
        let wanted = value.lowercased()
        switch field {
        case "project":
          guard site.visibleProjects.contains(where: { $0.key.lowercased() == wanted }) else { break }
          continue
        case "fixversion":
          guard site.visibleProjects.flatMap(\.versions).contains(where: { $0.name.lowercased() == wanted }) else {
            break
          }
          continue
        case "issuetype", "type":
          guard site.issues.contains(where: { $0.type.lowercased() == wanted }) else { break }
          continue
        case "key", "issuekey":
          guard site.issue(value) == nil else { continue }
          throw Refusal(message: "An issue with key '\(value)' does not exist for field '\(field)'.")
        default:
          throw Refusal(message: "Field '\(field)' does not exist or you do not have permission to view it.")
        }
        throw Refusal(message: "The value '\(value)' does not exist for the field '\(field)'.")
      }
    }
  }

  private func matches(_ issue: JiraSite.Issue, _ clause: Clause) -> Bool {
    switch clause {
    case .both(let left, let right): return matches(issue, left) && matches(issue, right)
    case .either(let left, let right): return matches(issue, left) || matches(issue, right)
    case .contains(_, let value): return issue.summary.lowercased().contains(value.lowercased())
    case .isIn(let field, let values):
      let wanted = values.map { $0.lowercased() }
      switch field {
      case "project": return wanted.contains(issue.project.lowercased())
      case "fixversion": return issue.versions.contains { wanted.contains($0.lowercased()) }
      case "issuetype", "type": return wanted.contains(issue.type.lowercased())
      default: return ([issue.key] + issue.formerKeys).contains { wanted.contains($0.lowercased()) }
      }
    }
  }
}
