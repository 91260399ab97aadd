import ReleaseScope

/// Whether `text` is a number as JSON writes it: `-1`, `0.50`, `1e9`; not `+1`, `01`, `.5`, `1.`, `0x1`.
func isJSONNumber(_ text: some Collection<UInt8>) -> Bool {
  var rest = text[...]
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  guard let first = rest.first, first.isASCIIDigit else { return false }
  rest = first == UInt8(ascii: "0") ? rest.dropFirst() : rest.drop(while: \.isASCIIDigit)
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    guard rest.first?.isASCIIDigit == true else { return false }
    rest = rest.drop(while: \.isASCIIDigit)
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard rest.first?.isASCIIDigit == true else { return false }
    rest = rest.drop(while: \.isASCIIDigit)
  }
  return rest.isEmpty
}

extension UInt8 {
  /// Whether the byte can be part of a JSON number.
  var isNumberCharacter: Bool {
    switch self {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: isASCIIDigit
    }
  }
}
