/// The address of a remote as it may be shown and handed on: without a user, who may have a password.
struct RemoteAddress {
  let text: String

  /// - Returns: `nil` where a part of a password could be taken for something else.
  init?(_ url: String) {
    guard let mark = url.firstRange(of: "://") else {
      // In `git@host:path` the user is no secret, and the colon begins the path.
      let start = url.prefix { $0 != ":" && $0 != "/" }
      let isHost = start.endIndex < url.endIndex && url[start.endIndex] == ":" && start.utf8.count > 1
      guard !isHost || !url[start.endIndex...].contains("@") else { return nil }
      text = url
      return
    }
    guard url[..<mark.lowerBound].lowercased() != "file" else {
      text = url
      return
    }
    let rest = url[mark.upperBound...]
    let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
    guard end == rest.endIndex || rest[end] == "/" else { return nil }
    let start = rest[..<end].lastIndex(of: "@").map { rest.index(after: $0) } ?? rest.startIndex
    let place = rest[start..<end]
    let port = place.drop { $0 != "]" && place.hasPrefix("[") }.drop { $0 != ":" }.dropFirst()
    guard port.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), !rest[end...].contains("@") else { return nil }
    text = "\(url[..<mark.upperBound])\(rest[start...])"
  }
}
