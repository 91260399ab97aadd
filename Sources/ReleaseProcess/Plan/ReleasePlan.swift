package import ReleaseScope

/// The releases that are under way, side by side.
///
/// Equal values give an equal plan: the day is an argument.
package struct ReleasePlan: Equatable, Sendable {
  /// A ticket that several versions plan.
  package struct SharedTicket: Equatable, Sendable {
    package var key: TicketKey
    package var versions: [VersionName]
  }

  /// Two versions that are under way on the same days.
  package struct Overlap: Equatable, Sendable {
    package var first: VersionName
    package var second: VersionName
    package var days: ClosedRange<Day>
  }

  package var today: Day
  /// The next one first; those without a date last, by their numbers.
  package var releases: [PlannedRelease]
  /// How many versions are released, and left out for it.
  package var releasedCount: Int
  package var shared: [SharedTicket]
  package var overlaps: [Overlap]
  /// What was not looked at, one sentence each.
  package var remarks: [String]

  package init(_ releases: [PlannedRelease], releasedCount: Int = 0, on today: Day, remarks: [String] = []) {
    self.today = today
    self.releasedCount = releasedCount
    self.remarks = remarks
    self.releases = releases.sorted { Order($0) < Order($1) }
    shared = Self.shared(self.releases)
    overlaps = Self.overlaps(self.releases)
  }

  private static func shared(_ releases: [PlannedRelease]) -> [SharedTicket] {
    var versions: [TicketKey: [VersionName]] = [:]
    for release in releases where !release.isReleased {
      for ticket in release.tickets ?? [] { versions[ticket.key, default: []].append(release.version) }
    }
    return versions.filter { $0.value.count > 1 }.map { SharedTicket(key: $0, versions: $1) }
      .sorted { $0.key < $1.key }
  }

  private static func overlaps(_ releases: [PlannedRelease]) -> [Overlap] {
    let dated = releases.compactMap { release -> (VersionName, ClosedRange<Day>)? in
      guard !release.isReleased, let start = release.startDate, let end = release.releaseDate, start <= end else {
        return nil
      }
      return (release.version, start...end)
    }
    return dated.indices.flatMap { place in
      dated[(place + 1)...].compactMap { other in
        let (version, days) = dated[place]
        guard days.overlaps(other.1) else { return nil }
        return Overlap(first: version, second: other.0, days: days.clamped(to: other.1))
      }
    }
  }
}

/// What a plan is sorted by.
private struct Order: Comparable {
  let day: Int
  let numbers: [UInt64]
  let name: String

  init(_ release: PlannedRelease) {
    day = release.releaseDate?.number ?? .max
    numbers = VersionNumber(release.version.text)?.numbers ?? [.max]
    name = release.version.text
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    return left.name < right.name
  }
}
