/// What stands behind a verb: commits, pull requests, tickets and titles.
struct NamedWork {
  var ids: [WrittenID] = []
  var runs: [RevertClaim.Run] = []
  var keptParents: [WrittenID] = []
  var requests: [Int] = []
  var reviews: [ReviewName] = []
  var keys: [TicketKey] = []
  /// As they are quoted.
  var titles: [ArraySlice<UInt8>] = []
  /// A review, or a number of changesets.
  var isNumbered = false
  /// Whether only a part of it is meant.
  var isPartial = false

  var isEmpty: Bool {
    ids.isEmpty && runs.isEmpty && requests.isEmpty && reviews.isEmpty && keys.isEmpty && titles.isEmpty
      && !isNumbered
  }

  /// Whether something is named that can be nothing else.
  var isExact: Bool { !ids.isEmpty || !runs.isEmpty || !requests.isEmpty || !reviews.isEmpty || !titles.isEmpty }

  /// The pull requests that belong to the titles.
  var titleRequests: [Int] { titles.flatMap { RequestNumbers.find(inTitle: $0) } }

  mutating func add(_ other: NamedWork) {
    ids += other.ids
    runs += other.runs
    keptParents += other.keptParents
    requests += other.requests
    reviews += other.reviews
    keys += other.keys
    titles += other.titles
    isPartial = isPartial || other.isPartial
  }
}
