/// Why a line of a note is no approval that can be looked at.
package enum RecordError: Error, Equatable, Sendable {
  /// The line is not `{"payload":"...","sshsig":"..."}`.
  case line
  /// What was signed is not in the form of an approval.
  case payload
  case schema(String)
  case member(String)

  /// Completes "a line of the note".
  package var message: String {
    switch self {
    case .line: "is no approval"
    case .payload: "holds no approval"
    case .schema(let name): "is of the kind '\(name)', not '\(ApprovalPayload.schema)'"
    case .member(let name): "is an approval whose '\(name)' is missing or malformed"
    }
  }
}
