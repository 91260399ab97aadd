import Fuzzing
import ReleaseScope

/// Where the message of a commit has its ticket.
enum WorkForm: CaseIterable {
  case first
  case firstWithColon
  case inBrackets
  case conventional
  case atTheEnd
  case trailer
  case closing
  case alone
  case reference
  case withBody
  /// Nowhere.
  case plain

  static func draw(_ mode: HistoryMode, _ random: inout RandomNumbers) -> WorkForm {
    switch mode {
    case .git: .first
    case .all, .wide, .parts: allCases[Int.random(in: 0..<allCases.count - 1, using: &random)]
    }
  }

  func message(_ key: TicketKey, _ title: String) -> String {
    switch self {
    case .first: "\(key) \(title)\n"
    case .firstWithColon: "\(key): \(title)\n"
    case .inBrackets: "[\(key)] \(title)\n"
    case .conventional: "feat(shop): \(key) \(title)\n"
    case .atTheEnd: "\(title) (\(key))\n"
    case .trailer: "\(title)\n\nTicket: \(key)\n"
    case .closing: "\(title)\n\nIt was not there before.\n\nCloses \(key)\n"
    case .alone: "\(title)\n\n\(key)\n"
    case .reference: "fix: \(title)\n\nRefs: \(key)\n"
    case .withBody: "\(key) \(title)\n\nSomebody asked for it, and\nit is needed.\n"
    case .plain: "\(title)\n"
    }
  }
}
