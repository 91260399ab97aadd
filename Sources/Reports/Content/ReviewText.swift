import ReleaseScope

/// A review of the forge in one line of text, for any format.
enum ReviewText {
  /// `dana: approved 1a2b3c4d5e on 2026-11-20 (on the forge, binds no content)`.
  static func line(_ review: ForgeReview, head: ObjectID?) -> String {
    let commit = review.commit.map { $0 == head ? " this head" : " \($0.abbreviated), which is not the head" } ?? ""
    let day = review.time.map { " on \($0.day)" } ?? ""
    return "\(review.by): \(review.state)\(commit)\(day) (on the forge, binds no content)"
  }
}
