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

  /// The last stand of each person, in the order of the first. Accounts that are gone cannot be told from each other:
  /// what each of them said is kept.
  ///
  /// - Parameter reviews: Oldest first.
  static func last(of reviews: [Review]) -> [Review] {
    var last: [Review] = []
    var places: [String: Int] = [:]
    for review in reviews {
      if let place = review.author.flatMap({ places[$0] }) {
        last[place] = review
      } else {
        if let author = review.author { places[author] = last.count }
        last.append(review)
      }
    }
    return last
  }
}
