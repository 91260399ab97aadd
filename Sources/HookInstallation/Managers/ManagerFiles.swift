import JSON
import Documents
import ReleaseScope

/// What a manager's answer is read from.
struct ManagerFiles {
  /// The bytes of the hook file that the manager wrote.
  let hook: [UInt8]
  /// The bytes of a file by its path below the top of the work tree, or by an absolute one; `nil` if it is not there.
  let read: (_ path: String) -> [UInt8]?
  /// The folder that husky's files stand in.
  let huskyFolder: String

  func document(_ path: String) -> Result<JSONValue, ManagerReadingError>? {
    guard let bytes = read(path) else { return nil }
    do {
      return .success(try JSONValue(yaml: bytes, name: path))
    } catch {
      return .failure(ManagerReadingError(path: path))
    }
  }
}

/// A configuration that cannot be read.
struct ManagerReadingError: Error {
  let path: String
}

extension JSONValue {
  /// Whether it is `true`; `nil` for what is no boolean.
  var isTrue: Bool? {
    guard case .bool(let value) = content else { return nil }
    return value
  }

  /// The texts of a list, or one text by itself.
  var words: [String] { list?.compactMap(\.text) ?? text.map { [$0] } ?? [] }

  /// Words that stand for a call of `relscope hook NAME`.
  func calls(_ hook: HookName) -> Bool {
    let words = list?.compactMap(\.text) ?? text?.split(separator: " ").map(String.init) ?? []
    guard words.count >= 3, words[0] == "relscope" || words[0].hasSuffix("/relscope") else { return false }
    return words[1] == "hook" && words[2] == hook.rawValue && !words.contains { "|&;<>".contains($0.first ?? " ") }
  }

  /// Whether a text of it mentions relscope, at whatever depth.
  var mentionsRelscope: Bool {
    switch content {
    case .string(let text): text.contains("relscope")
    case .array(let values): values.contains(where: \.mentionsRelscope)
    case .object(let members): members.contains { $0.name.contains("relscope") || $0.value.mentionsRelscope }
    case .null, .bool, .number: false
    }
  }
}
