package import ReleaseScope

/// A query of the policy, with `{version}` and `{projects}` in it: `issuetype = Release AND fixVersion = {version}`.
///
/// What is put in is quoted, and cannot end the value that it stands for. In a text that is quoted already, `summary ~
/// "Release {version}"`, it is escaped for that text.
package struct JQLTemplate: Hashable, Sendable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  package func query(version: VersionName, projects: [ProjectKey]) -> JQL {
    let version = version.text
    let list = "(\(projects.map { JQL.quoted($0.text) }.joined(separator: ", ")))"
    // Scalars, not characters: a quotation mark before a combining mark is one to Jira.
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var quote: Unicode.Scalar?
    while let scalar = rest.first {
      if rest.starts(with: "{version}".unicodeScalars) {
        result += (quote.map { JQL.escaped(version, in: $0) } ?? JQL.quoted(version)).unicodeScalars
        rest = rest.dropFirst("{version}".count)
      } else if quote == nil, rest.starts(with: "{projects}".unicodeScalars) {
        result += list.unicodeScalars
        rest = rest.dropFirst("{projects}".count)
      } else if quote != nil, scalar == "\\" {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        if scalar == quote {
          quote = nil
        } else if quote == nil, scalar == "\"" || scalar == "'" {
          quote = scalar
        }
        result.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return JQL(written: String(result))
  }
}
