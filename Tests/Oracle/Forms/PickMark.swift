import Fuzzing
import ReleaseScope

/// How a copy says what it is a copy of.
enum PickMark: CaseIterable {
  case none
  /// `git cherry-pick -x`.
  case whole
  case abbreviated
  case withWords

  static func draw(_ mode: HistoryMode, _ random: inout RandomNumbers) -> PickMark {
    switch mode {
    case .git: random.isOne(in: 2) ? .none : .whole
    case .all, .wide, .parts: allCases[Int.random(in: allCases.indices, using: &random)]
    }
  }

  func message(_ message: String, _ id: ObjectID) -> String {
    // git puts it below a trailer at once, else below an empty line.
    let last = message.split(separator: "\n").last ?? ""
    let body = message.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true).count > 1
    let hasTrailer = body && ["Ticket: ", "Refs: ", "(cherry picked"].contains(where: last.hasPrefix)
    let gap = hasTrailer ? "" : "\n"
    return switch self {
    case .none: message
    case .whole: "\(message)\(gap)(cherry picked from commit \(id))\n"
    case .abbreviated: "\(message)\(gap)(cherry picked from commit \(id.abbreviated))\n"
    case .withWords: "\(message)\(gap)(cherry picked from commit \(id) on the other branch)\n"
    }
  }
}
