/// The verbs of taking back and of doing again, in all their forms: who reads such words has them from here.
///
/// ``ClaimSigns`` has a part of each word, by which it tells the few messages that have one.
enum ReversalVerb: CaseIterable, Sendable {
  case revert, backOut, undo, rollBack, takeOut, unland
  case reapply, reland, reinstate, unrevert

  /// In small letters. A form of two words has its particle at the end.
  var forms: [ASCIIWord] {
    switch self {
    case .revert: ["revert", "reverts", "reverted", "reverting"]
    case .backOut:
      ["backout", "back-out", "backed-out", "back out", "backs out", "backed out", "backing out"]
    case .undo: ["undo", "undoes", "undid", "undone", "undoing"]
    case .rollBack:
      ["rollback", "roll-back", "rolledback", "roll back", "rolls back", "rolled back", "rolling back"]
    case .takeOut: ["take out", "takes out", "took out", "taken out", "taking out"]
    case .unland: ["unland", "unlands", "unlanded", "unlanding"]
    case .reapply:
      [
        "reapply", "re-apply", "reapplies", "re-applies", "reapplied", "re-applied", "reapplying", "re-applying",
      ]
    case .reland:
      ["reland", "re-land", "relands", "re-lands", "relanded", "re-landed", "relanding", "re-landing"]
    case .reinstate: ["reinstate", "reinstates", "reinstated", "reinstating"]
    case .unrevert: ["unrevert", "un-revert"]
    }
  }

  var action: RevertClaim.Action {
    switch self {
    case .revert, .backOut, .undo, .rollBack, .takeOut, .unland: .revert
    case .reapply, .reland, .reinstate, .unrevert: .reland
    }
  }

  /// Whether it speaks of changes and of nothing else: `revert`, not `undo`, which programs do, too.
  var isPlain: Bool {
    switch self {
    case .revert, .backOut, .unland, .reapply, .reland: true
    case .undo, .rollBack, .takeOut, .reinstate, .unrevert: false
    }
  }

  /// Whether plain text behind it and a colon is a title: `revert: text`, not `undo: text`.
  var takesTitle: Bool {
    switch self {
    case .revert, .backOut, .unland, .reapply, .reland, .unrevert: true
    case .undo, .rollBack, .takeOut, .reinstate: false
    }
  }

  /// Whether a title that begins with it may go on without quotation marks: `Revert x`, not `Undo x`.
  var opensPlainTitle: Bool {
    switch self {
    case .revert, .reapply, .reland, .reinstate, .unrevert: true
    case .backOut, .undo, .rollBack, .takeOut, .unland: false
    }
  }

  /// Whether its particle may stand behind what is meant: `Back SHOP-12 out`.
  var isSeparable: Bool { self == .backOut || self == .takeOut }

  /// The verb of each form.
  static let byForm: [String: ReversalVerb] = {
    var verbs: [String: ReversalVerb] = [:]
    for verb in allCases { for form in verb.forms { verbs[form.description] = verb } }
    return verbs
  }()

  /// The verb of each form of two words, by the first of them.
  static let byFirstWord: [String: (particle: String, verb: ReversalVerb)] = {
    var verbs: [String: (String, ReversalVerb)] = [:]
    for (form, verb) in byForm {
      let words = form.split(separator: " ").map(String.init)
      if words.count == 2 { verbs[words[0]] = (words[1], verb) }
    }
    return verbs
  }()

  /// The small letters that forms begin with.
  static func mayBegin(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"), UInt8(ascii: "t"): true
    default: false
    }
  }

  /// The forms of some of the verbs.
  static func forms(where isWanted: (ReversalVerb) -> Bool) -> [ASCIIWord] {
    allCases.filter(isWanted).flatMap(\.forms)
  }
}
