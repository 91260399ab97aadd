import HTTP

/// A forge whose requests for one repository begin alike.
protocol RepositoryForge: Forge {
  /// The parts with which their paths begin.
  var root: [String] { get }

  /// What every request carries besides what is usual.
  var headers: [String: String] { get }
}

extension RepositoryForge {
  var headers: [String: String] { [:] }

  /// - Parameter parts: Behind the root; none for the repository itself.
  func request(
    _ method: Request.Method = .get, _ parts: String..., query: KeyValuePairs<String, String> = [:],
    body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) -> Request {
    Request(method, root + parts, query: query, headers: headers, body: body, isRepeatable: isRepeatable)
  }
}
