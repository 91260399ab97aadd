import Foundation
import ServiceJSON

/// What a request asks, in its body or in its query.
struct SiteQuestion {
  let members: [String: JSON]

  /// - Parameter query: Percent-encoded; a name may come several times, and `+` is a blank.
  init(query: String, body: Data) {
    if let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] {
      // What is null counts as not said.
      members = object.compactMapValues { JSON($0) }.filter { $0.value != .null }
      return
    }
    var members: [String: JSON] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.replacing("+", with: " ").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).removingPercentEncoding ?? "" }
      let (name, value) = (parts[0], JSON.text(parts.count > 1 ? parts[1] : ""))
      if case .list(let earlier) = members[name] {
        members[name] = .list(earlier + [value])
      } else {
        members[name] = members[name].map { .list([$0, value]) } ?? value
      }
    }
    self.members = members
  }
}
