import JSON
import ReleaseScope

extension PolicyReader {
  private enum LinkKey: String, CaseIterable {
    case ticket
    case commit
  }

  func links(_ value: JSONValue) throws(DocumentError) -> Links {
    var links = Links()
    for (key, value) in try members(value, "links", of: LinkKey.self) {
      switch key {
      case .ticket: links.ticket = try template(value, "ticket", "key", "https://jira.example.com/browse/{key}")
      case .commit: links.commit = try template(value, "commit", "id", "https://git.example.com/shop/commit/{id}")
      }
    }
    return links
  }

  private func template(
    _ value: JSONValue, _ name: String, _ placeholder: String, _ example: String
  ) throws(DocumentError) -> LinkTemplate {
    let text = try someText(value, name)
    do {
      return try LinkTemplate(parsing: text, placeholder: placeholder)
    } catch {
      let message =
        switch error {
        case .otherScheme: "begins with neither https:// nor http://"
        case .unusualCharacter: "has a character that an address cannot have"
        case .noPlaceholder: "does not have {\(placeholder)} once"
        }
      throw source.error(value.line, "the link '\(text)' \(message)", help: "write it as \(example)")
    }
  }
}
