/// Whether `text` is a number as JSON writes it: `-1`, `0.50`, `1e9`; not `+1`, `01`, `.5`, `1.`, `0x1`.
package func isJSONNumber(_ text: some Collection<UInt8>) -> Bool {
  var rest = text[...]
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  guard let first = rest.first, first.isDigit else { return false }
  rest = first == UInt8(ascii: "0") ? rest.dropFirst() : rest.drop(while: \.isDigit)
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    guard rest.first?.isDigit == true else { return false }
    rest = rest.drop(while: \.isDigit)
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard rest.first?.isDigit == true else { return false }
    rest = rest.drop(while: \.isDigit)
  }
  return rest.isEmpty
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether the byte can be part of a JSON number.
  var isNumberCharacter: Bool {
    switch self {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: isDigit
    }
  }
}
