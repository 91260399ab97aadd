import HTTP
import ReleaseScope

extension ForgeClient {
  /// Reads pages, as the header `Link` leads from one to the next, up to the first element that is one too many.
  ///
  /// - Returns: Those before it, in the service's order.
  func pages<Element: Decodable>(
    _ request: Request, _ asked: String, until isPast: (Element) -> Bool
  ) async throws(ForgeError) -> [Element] {
    var found: [Element] = []
    var next: Request? = request
    for _ in 0..<Self.pageLimit {
      guard let page = next else { return found }
      let reply = try await reply(to: page, asked)
      let elements: [Element] = try decoded(reply, path: page.path)
      found += elements.prefix { !isPast($0) }
      if elements.contains(where: isPast) { return found }
      next = try nextPage(after: reply, of: page)
    }
    throw error(.broken(path: request.path, "there is no end of pages"))
  }
}

extension Array {
  /// The first and the last, and how many between them were left out.
  func ends(_ count: Int) -> (kept: [Element], leftOut: Int) {
    guard self.count > 2 * count else { return (self, 0) }
    return (Array(prefix(count) + suffix(count)), self.count - 2 * count)
  }
}
