/// What somebody said of a pull request on its forge. It binds no content: a forge may keep it when the head moves.
package struct Review: Equatable, Sendable {
  package enum Stand: String, Equatable, Sendable {
    case approved
    case changesRequested = "changes-requested"
    case dismissed
  }

  /// `nil` where the account is gone.
  package var author: String?
  package var stand: Stand
  /// The head that it was given for, as far as the forge tells.
  package var commit: CommitName?
  /// As the forge writes it.
  package var time: String?

  package init(author: String?, stand: Stand, commit: CommitName? = nil, time: String? = nil) {
    self.author = author
    self.stand = stand
    self.commit = commit
    self.time = time
  }

  /// The last stand of each person, in the order of the first.
  ///
  /// - Parameter reviews: Oldest first.
  static func last(of reviews: [Review]) -> [Review] {
    var order: [String] = []
    var stands: [String: Review] = [:]
    for review in reviews {
      let author = review.author ?? ""
      if stands.updateValue(review, forKey: author) == nil { order.append(author) }
    }
    return order.compactMap { stands[$0] }
  }
}

/// The checks that have to pass before a forge merges into a branch.
package enum RequiredChecks: Equatable, Sendable {
  case known([String])
  /// The forge does not tell, or not this token.
  case unknown

  /// Whether one of them is relscope's; `nil` if nobody knows.
  package var hasRelscope: Bool? {
    switch self {
    case .known(let names): names.contains { $0.lowercased().contains("relscope") }
    case .unknown: nil
    }
  }
}
