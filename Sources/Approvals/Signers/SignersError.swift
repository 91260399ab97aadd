package import ReleaseScope

/// A line of a signers file that OpenSSH would pass over in silence, or that two programs could read in two ways.
package struct SignersError: ExplainedError, Equatable {
  package enum Reason: Equatable, Sendable {
    case tooLarge(limit: Int)
    case byteOrderMark
    case notText
    case noKey
    case principals(String)
    case option(String)
    case twice(String)
    case openQuotation
    case localTime(String)
    case time(String)
    case emptyTime
    case keyType(String)
    case base64
    case key(SignatureError)
    case otherType(String, String)
  }

  package let name: String
  /// From 1.
  package let line: Int
  package let reason: Reason

  package var problem: Problem {
    let (message, help) = words
    return Problem(.badConfiguration, "\(name):\(line): \(message)", help: help)
  }

  private var words: (message: String, help: String) {
    let form = "write: NAME@EXAMPLE.COM namespaces=\"\(SSHSignature.namespace)\" ssh-ed25519 AAAA..."
    return switch reason {
    case .tooLarge(let limit): ("the file is longer than \(limit) bytes", "take out keys of people who have left")
    case .byteOrderMark: ("a byte order mark, for which ssh-keygen skips the line", "save the file without it")
    case .notText: ("bytes that are no text", "save the file as UTF-8")
    case .noKey: ("no key after the names", form)
    case .principals(let text): ("'\(text)' is no list of names", form)
    case .option(let text):
      (
        "unknown option '\(text)', for which ssh-keygen skips the line",
        "use namespaces=, valid-after= and valid-before= with values in double quotes; roles stand in the policy"
      )
    case .twice(let option): ("the option '\(option)' is there twice", "keep one")
    case .openQuotation: ("a double quotation mark is not closed", form)
    case .localTime(let text): ("'\(text)' is a time of wherever it is read", "say UTC: '\(text)Z'")
    case .time(let text): ("'\(text)' is no time", "write it as 20261130Z or 202611301200Z")
    case .emptyTime: ("the key is valid at no time", "let valid-before be later than valid-after")
    case .keyType(let text): ("unknown kind of key '\(text)'", form)
    case .base64: ("the key is no base64", "copy the line of the .pub file anew")
    case .key(let error): ("the key \(error.message)", "copy the line of the .pub file anew")
    case .otherType(let said, let found): ("the key is of the kind '\(found)', not '\(said)'", form)
    }
  }
}
