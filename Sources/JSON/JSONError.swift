/// Where a text is no JSON, and why.
package struct JSONError: Error, Equatable {
  /// From 1.
  package let line: Int
  package let reason: Reason

  package enum Reason: Equatable, Sendable {
    /// Something else stands there; `found` is `nil` at the end of the text.
    case expected(Expectation, found: Character?)
    /// A member of this name stands on an earlier line of the same object.
    case duplicateMember(String, first: Int)
    case endlessString
    /// A line end, tab or other control character in a string, not written as an escape.
    case controlCharacter
    /// Half of a surrogate pair.
    case loneSurrogate
    /// Arrays and objects are more than ``JSONValue/depthLimit`` deep in each other.
    case tooDeep
  }

  package enum Expectation: Sendable {
    case value, number, name, colon, endOfText, escape, hexadecimalDigits
    /// `,` or `]`.
    case nextElement
    /// `,` or `}`.
    case nextMember
  }
}
