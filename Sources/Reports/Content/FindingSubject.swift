import ReleaseScope

/// What a finding is about.
enum FindingSubject {
  case ticket(TicketKey)
  case commit(ObjectID)
  /// The release as a whole, or several commits.
  case release

  /// The name in a list; `nil` for the release.
  var label: String? {
    switch self {
    case .ticket(let key): key.description
    case .commit(let id): id.abbreviated
    case .release: nil
    }
  }
}
