import Foundation

/// Writes the JSON of a service's format.
enum JSONText {
  /// - Returns: Members sorted by name, indented, with a newline at the end.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("texts and whole numbers are always JSON: \(error)")
    }
  }
}
