import JSON
import ReleaseScope

/// A JSON object of texts in the one form that an approval is signed in: members by name, no blanks, no escape too
/// many.
///
/// One value has one form, so that what was signed can be read in one way alone.
struct FlatObject: Equatable {
  private(set) var members: [String: String] = [:]

  enum Failure: Error, Equatable {
    /// It is JSON of another form, or none.
    case form
  }

  init(_ members: [String: String]) {
    self.members = members
  }

  /// - Complexity: Linear, but for the order of the members.
  init(parsing bytes: some Collection<UInt8>) throws(Failure) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .form }
    var rest = text.unicodeScalars[...]
    guard rest.popFirst() == "{" else { throw .form }
    if rest.first != "}" {
      repeat {
        let name = try Self.string(&rest)
        guard rest.popFirst() == ":" else { throw .form }
        guard members.updateValue(try Self.string(&rest), forKey: name) == nil else { throw .form }
      } while Self.take(",", &rest)
    }
    guard rest.popFirst() == "}", rest.isEmpty, self.text.utf8.elementsEqual(text.utf8) else { throw .form }
  }

  var text: String {
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return "{" + sorted.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }.joined(separator: ",") + "}"
  }

  /// The one form of a text wherever a signature or a digest is over it.
  static func quoted(_ text: String) -> String { JSONText.quoted(text) { $0.value < 0x20 } }

  private static func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private static func string(_ rest: inout Substring.UnicodeScalarView) throws(Failure) -> String {
    guard rest.popFirst() == "\"" else { throw .form }
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escape(&rest))
      default: text.append(scalar)
      }
    }
    throw .form
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) throws(Failure) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "\"": return "\""
    case "\\": return "\\"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let digits = rest.prefix(4)
      rest = rest.dropFirst(4)
      guard digits.count == 4, let number = UInt32(String(digits), radix: 16), number < 0x20,
        let scalar = Unicode.Scalar(number)
      else { throw .form }
      return scalar
    default: throw .form
    }
  }
}
