/// HTML in which all foreign text is escaped.
///
/// A literal is markup. What is put into it is text and is escaped, here and nowhere else, unless it is HTML itself.
struct HTML: ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation interpolation: StringInterpolation) {
    text = interpolation.text
  }

  /// Text that is safe in an element and in a quoted attribute.
  fileprivate static func escape(_ text: String, into result: inout String) {
    guard text.utf8.contains(where: isSpecial) else {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ markup: String) { text += markup }

    mutating func appendInterpolation(_ foreign: String) { HTML.escape(foreign, into: &text) }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// Puts in what is markup already.
    mutating func appendInterpolation(markup: HTML) { text += markup.text }

    /// Puts in what `draw` makes of `value`; nothing without a value.
    mutating func appendInterpolation<Value>(_ value: Value?, _ draw: (Value) -> HTML) {
      if let value { text += draw(value).text }
    }

    mutating func appendInterpolation<Element>(each elements: [Element], _ draw: (Element) -> HTML) {
      for element in elements { text += draw(element).text }
    }

    /// Puts in a list with what stands around it; nothing for an empty one.
    mutating func appendInterpolation<Element>(unlessEmpty elements: [Element], _ draw: ([Element]) -> HTML) {
      if !elements.isEmpty { text += draw(elements).text }
    }
  }
}
