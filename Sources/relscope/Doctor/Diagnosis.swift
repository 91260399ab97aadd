import ReleaseScope
import Reports

/// What `doctor` says of one part of a repository.
struct Diagnosis: Equatable {
  enum State: String {
    case good = "ok"
    case wrong
    /// Nothing is wrong, and something is not there that people may want.
    case open
  }

  /// A word: `history`, `hooks`.
  let part: String
  let state: State
  let text: String
  /// The command or the setting that mends it, one a line.
  let help: [String]

  init(part: String, state: State, text: String, help: [String] = []) {
    self.part = part
    self.state = state
    self.text = text
    self.help = help
  }

  static func good(_ part: String, _ text: String) -> Diagnosis { Diagnosis(part: part, state: .good, text: text) }

  static func wrong(_ part: String, _ text: String, _ help: String...) -> Diagnosis {
    Diagnosis(part: part, state: .wrong, text: text, help: help)
  }

  static func open(_ part: String, _ text: String, _ help: String...) -> Diagnosis {
    Diagnosis(part: part, state: .open, text: text, help: help)
  }

  /// What an error says is wrong.
  init(part: String, _ error: any ExplainedError) {
    self.init(part: part, state: .wrong, text: error.problem.message, help: error.problem.help.map { [$0] } ?? [])
  }

  /// `wrong  base      'main' is behind 'origin/main'`, and below it what mends it.
  func lines(_ words: TerminalText) -> String {
    var text = "\(state.rawValue.padded(to: 7))\(part.padded(to: 12))\(words.cleaned(self.text))\n"
    for line in help { text += String(repeating: " ", count: 19) + words.cleaned(line) + "\n" }
    return text
  }
}
