extension DecodingError {
  /// What is wrong with a reply that cannot be read, in words that follow its path: `no 'id' in 'values.0'`.
  ///
  /// - Parameter error: Another one is said to be unreadable.
  package static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read" }
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
      return path.isEmpty ? "" : " in '\(path)'"
    }
    switch error {
    case .keyNotFound(let key, let context): return "no '\(key.stringValue)'\(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "a value of the wrong kind\(place(context))"
    case .dataCorrupted(let context): return "it is not JSON\(place(context))"
    @unknown default: return "it cannot be read"
    }
  }
}
