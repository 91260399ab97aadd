import JSON
import ReleaseScope

extension PolicyReader {
  private enum ForgeKey: String, CaseIterable {
    case kind
    case url
  }

  /// - Throws: ``DocumentError`` also where the kind is missing.
  func forge(_ value: JSONValue) throws(DocumentError) -> ForgePolicy {
    var kind: ForgeKind?
    var url: String?
    for (key, value) in try members(value, "forge", of: ForgeKey.self) {
      switch key {
      case .kind: kind = try word(try someText(value, key.rawValue), line: value.line, as: "forge")
      case .url: url = try forgeAddress(value, key.rawValue)
      }
    }
    guard let kind else {
      throw source.error(
        value.line, "'forge' does not say its kind",
        help: "add kind: one of \(ForgeKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return ForgePolicy(kind: kind, url: url)
  }

  /// A token goes there: nothing but https will do, or this machine itself.
  private func forgeAddress(_ value: JSONValue, _ name: String) throws(DocumentError) -> String {
    let text = try someText(value, name)
    let isSafe = text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1:")
    guard isSafe, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !"@?#\"".utf8.contains($0) }) else {
      throw source.error(
        value.line, "'\(text)' is no address of a forge", help: "write it as https://git.example.com, with its path")
    }
    return text
  }
}
