/// Those whom a message names as authors besides the one that git names.
package enum CoAuthors {
  private static let label = Array("co-authored-by:".utf8)

  /// Their addresses, in order.
  ///
  /// - Complexity: Linear.
  package static func addresses(in message: [UInt8]) -> [String] {
    message.split(separator: 10).filter { line in
      line.count > label.count && zip(line, label).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
    }.flatMap { Mailmap.addresses(in: String(decoding: $0, as: UTF8.self)) }
  }
}
