import ReleaseScope

/// What became of a ticket, in the groups that people count: a ticket is in one of them, so the numbers add up.
enum TicketOutcome: String, CaseIterable {
  case missing
  case tooMany = "too-many"
  case takenOut = "taken-out"
  case takenBack = "taken-back"
  case inPart = "in-part"
  case onBase = "on-base"
  case delivered
  case aside

  init(_ ticket: TicketReport) {
    switch (ticket.state, ticket.isPlanned) {
    case (.delivered, true): self = .delivered
    case (.partlyReverted, true): self = .inPart
    case (.delivered, false), (.partlyReverted, false): self = .tooMany
    case (.removed, false): self = .takenOut
    case (.reverted, true), (.removed, true): self = .takenBack
    case (.alreadyOnBase, true): self = .onBase
    case (.absent, true), (.mentioned, true): self = .missing
    case (.absent, false), (.mentioned, false), (.reverted, false), (.alreadyOnBase, false): self = .aside
    }
  }

  /// The outcomes of planned tickets: together they are what is planned.
  static let planned: [Self] = [.delivered, .inPart, .onBase, .takenBack, .missing]

  /// The word beside a number.
  ///
  /// - Parameter isPlanKnown: Whether there is a manifest.
  func word(isPlanKnown: Bool) -> String {
    switch self {
    case .missing: "missing"
    case .tooMany: isPlanKnown ? "too many" : "in the range"
    case .takenOut: "taken out"
    case .takenBack: "taken back"
    case .inPart: "in part"
    case .onBase: "on the base"
    case .delivered: "delivered"
    case .aside: "aside"
    }
  }

  /// What it means, for somebody who has never seen a report.
  func meaning(isPlanKnown: Bool) -> String {
    switch self {
    case .missing: "planned, and no commit of the release implements it"
    case .tooMany: isPlanKnown ? "in the release, and not planned" : "in the range; what is planned is not known"
    case .takenOut: "not planned; the release takes work out that an earlier one brought"
    case .takenBack: "planned, and all its work was undone again"
    case .inPart: "planned, and some of its work was undone again"
    case .onBase: "planned, and the base has the work already, as after a hot fix"
    case .delivered: "planned, and in the release"
    case .aside: "not planned, and nothing of it comes in: only named, undone again, or on the base already"
    }
  }

  /// The class of the page's style.
  var tone: String {
    switch self {
    case .missing, .tooMany, .takenOut, .takenBack: "bad"
    case .inPart: "warn"
    case .delivered: "good"
    case .onBase, .aside: ""
    }
  }
}
