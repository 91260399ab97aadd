/// What a service answered.
package struct Reply: Equatable, Sendable {
  package let status: Int
  /// By lower-case name.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }) { first, _ in first }
    self.body = body
  }
}

/// What a reply says of the service's patience.
extension Reply {
  /// The wait that the server asks for, in seconds; `nil` if it says nothing, or a date.
  package var retryAfter: Int? { headers["retry-after"].flatMap { Int($0) }.map { max($0, 0) } }

  /// Whether so many questions were asked that the service answers no more for now. Some say so with a status that
  /// means something else as well.
  package var isOverLimit: Bool {
    if status == 429 { return true }
    guard status == 403 else { return false }
    return headers["x-ratelimit-remaining"] == "0" || headers["retry-after"] != nil || isSecondaryLimit
  }

  /// GitHub's limit on what is asked in a short time.
  private var isSecondaryLimit: Bool {
    status == 403 && String(decoding: body.prefix(500), as: UTF8.self).contains("secondary rate limit")
  }

  /// How long to wait before the same question is asked again, in seconds; `nil` if the service does not say.
  ///
  /// - Parameter now: In seconds since 1970.
  package func wait(at now: Int64) -> Int? {
    if let retryAfter { return retryAfter }
    if isOverLimit, headers["x-ratelimit-remaining"] == "0" || headers["ratelimit-remaining"] == "0",
      let reset = (headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"]).flatMap({ Int64($0) })
    {
      return Int(min(max(reset - now, 1), 86_400))
    }
    // GitHub asks for a minute at least.
    return isSecondaryLimit ? 60 : nil
  }

  /// Whether the same question may be answered later.
  var isBusy: Bool {
    let isRefusal = headers["x-authentication-denied-reason"] != nil
    return (isOverLimit || [502, 503, 504].contains(status)) && !isRefusal
  }

  /// Whether the service itself turned the request away, so that nothing was done: a gateway that lost the reply does
  /// not know.
  var isUndone: Bool { isOverLimit }
}
