extension FetchProgress {
  /// For people.
  package var words: String {
    switch self {
    case .tickets(let count, of: nil): "fetching tickets: \(count)"
    case .tickets(let count, of: let total?): "fetching tickets: \(count) of \(total)"
    case .histories(let count, of: let total): "reading histories: \(count) of \(total)"
    case .others(let count, of: let total): "asking for tickets of the commits: \(count) of \(total)"
    }
  }
}
