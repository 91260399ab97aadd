import HTTP
import ReleaseScope

/// What git's credential helpers say, in lines of `name=value`.
struct HelperAnswer {
  let user: String?
  /// `nil` if they know none, or one that no header can carry.
  let token: Secret?

  /// - Parameter text: `nil` if git failed.
  init(_ text: String?) {
    let lines = (text ?? "").split(separator: "\n").compactMap { String($0).splitOnce("=") }
    func value(_ name: String) -> String? { lines.first { $0.before == name }?.after }
    user = value("username")
    token = value("password").flatMap { Secret($0) }
  }
}
