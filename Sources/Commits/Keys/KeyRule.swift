/// Why a key of a message is work, or is not: see <doc:Keys> for an example of each.
package enum KeyRule: String, CaseIterable, Sendable {
  // Strong: the commit is the ticket's work.
  case subjectOpens = "subject-opens"
  case subjectLaterLine = "subject-later-line"
  case subjectClause = "subject-clause"
  case subjectVerb = "subject-verb"
  case subjectBrackets = "subject-brackets"
  case subjectAny = "subject-any"
  case listItem = "list-item"
  case titleLine = "title-line"
  case sentenceInList = "sentence-in-list"
  case trailer
  case closingWord = "closing-word"

  // Weak: it is, where the message has no strong key.
  case subjectLink = "subject-link"
  case bodyLink = "body-link"
  case reference
  case itemEnd = "item-end"
  case keysAlone = "keys-alone"
  case branch

  /// Weaker still: what a commit with one parent was merged into.
  case mergeTarget = "merge-target"

  // It is not.
  case subjectTalk = "subject-talk"
  case reverted
  case takenBackInSquash = "taken-back-in-squash"
  case stopHeading = "stop-heading"
  case openTask = "open-task"
  case verbatim
  case sentence
  case continuation
  case passing
  case otherLink = "other-link"
  case longerName = "longer-name"
  case otherCase = "other-case"

  package enum Strength: Sendable {
    case strong
    case weak
    case weakest
    case mention
    /// Not even a mention.
    case none
  }

  package var strength: Strength {
    switch self {
    case .subjectOpens, .subjectLaterLine, .subjectClause, .subjectVerb, .subjectBrackets, .subjectAny, .listItem,
      .titleLine, .sentenceInList, .trailer, .closingWord:
      .strong
    case .subjectLink, .bodyLink, .reference, .itemEnd, .keysAlone, .branch: .weak
    case .mergeTarget: .weakest
    case .subjectTalk, .reverted, .takenBackInSquash, .stopHeading, .openTask, .verbatim, .sentence, .continuation,
      .passing, .otherLink, .longerName:
      .mention
    case .otherCase: .none
    }
  }

  /// Where a key stands of which this rule makes work.
  package var place: KeyPlace {
    switch self {
    case .trailer, .closingWord, .reference: .trailer
    case .branch, .mergeTarget: .mergeBranch
    case .listItem, .titleLine, .sentenceInList, .bodyLink, .itemEnd, .keysAlone: .bodyLine
    case .subjectOpens, .subjectLaterLine, .subjectClause, .subjectVerb, .subjectBrackets, .subjectAny, .subjectLink:
      .subject
    // These make no work.
    case .subjectTalk, .reverted, .takenBackInSquash, .stopHeading, .openTask, .verbatim, .sentence, .continuation,
      .passing, .otherLink, .longerName, .otherCase:
      .subject
    }
  }
}
