import Documents
import ReleaseScope

/// What GitHub Actions says: in a pull request `GITHUB_SHA` is a trial merge, and only the event's file has the head.
struct GitHubEvent {
  let event: CIEnvironment.Event

  init(_ variables: CIVariables, _ read: (String) throws -> [UInt8]) throws {
    let name = variables["GITHUB_EVENT_NAME"] ?? ""
    switch name {
    case "pull_request", "pull_request_target", "pull_request_review":
      let request = try Self.part("pull_request", variables, read)
      event = .pullRequest(
        number: request.text("number"), base: try request.needed("base", "ref"),
        branch: try request.needed("head", "ref"), head: .proposed(try request.needed("head", "sha")))
    case "merge_group":
      let group = try Self.part("merge_group", variables, read)
      event = .mergeGroup(base: try group.needed("base_sha"), head: try group.needed("head_sha"))
    case "push":
      let head = variables["GITHUB_SHA"] ?? "HEAD"
      if let tag = CIVariables.tag(variables["GITHUB_REF"]) {
        event = .tag(name: tag, head: head)
      } else if let branch = CIVariables.branch(variables["GITHUB_REF"]) {
        let before = variables["GITHUB_EVENT_PATH"] == nil ? nil : try Self.document(variables, read).text("before")
        event = .push(branch: branch, head: head, before: CIVariables.id(before))
      } else {
        event = .other
      }
    default: event = .other
    }
  }

  private static func document(_ variables: CIVariables, _ read: (String) throws -> [UInt8]) throws -> EventPart {
    guard let path = variables["GITHUB_EVENT_PATH"] else {
      throw Problem(
        .missing, "GITHUB_EVENT_NAME is '\(variables["GITHUB_EVENT_NAME"] ?? "")', and GITHUB_EVENT_PATH is not set",
        help: "say which release with --base and --release")
    }
    return EventPart(value: try DocumentValue(json: read(path), name: path), path: path)
  }

  private static func part(
    _ name: String, _ variables: CIVariables, _ read: (String) throws -> [UInt8]
  ) throws -> EventPart {
    let document = try document(variables, read)
    guard let part = document.value[name] else { throw document.lacking(name) }
    return EventPart(value: part, path: document.path)
  }
}

/// A part of an event's description.
private struct EventPart {
  let value: DocumentValue
  let path: String

  /// A text or a number at a path of names; `nil` if there is none.
  func text(_ names: String...) -> String? { text(names) }

  func needed(_ names: String...) throws -> String {
    guard let text = text(names), !text.isEmpty else { throw lacking(names.joined(separator: ".")) }
    return text
  }

  func lacking(_ name: String) -> Problem {
    Problem(.badData, "'\(path)' has no '\(name)'", help: "say which release with --base and --release")
  }

  private func text(_ names: [String]) -> String? {
    var found: DocumentValue? = value
    for name in names { found = found?[name] }
    switch found?.content {
    case .string(let text), .number(let text): return text
    case .null, .bool, .array, .object, nil: return nil
    }
  }
}
