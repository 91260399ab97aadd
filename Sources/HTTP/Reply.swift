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

  /// The wait that the server asks for, in seconds; `nil` if it says nothing, or a date.
  package var retryAfter: Int? { headers["retry-after"].flatMap { Int($0) }.map { max($0, 0) } }

  /// Whether the same question may be answered later.
  var isBusy: Bool {
    let isRefusal = headers["x-authentication-denied-reason"] != nil
    return [429, 502, 503, 504].contains(status) && !isRefusal
  }

  /// Whether the service itself turned the request away, so that nothing was done: a gateway that lost the reply does not
  /// know.
  var isUndone: Bool { status == 429 }
}
