/// How a piece of text looks, where the terminal has colours. The text says the same without.
enum Ink: Equatable {
  case plain
  case strong
  case faint
  case key
  /// An object id, in the colour that git gives it.
  case id
  case error
  case warning
  case note
  case good
  case badge(Tone)

  /// The colour behind a verdict.
  enum Tone: Equatable {
    case red
    case yellow
    case green
  }

  /// The parameters of "select graphic rendition"; `nil` for what needs none.
  var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .key: "36"
    case .id: "33"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;34"
    case .good: "1;32"
    case .badge(.red): "1;97;41"
    case .badge(.yellow): "1;30;43"
    case .badge(.green): "1;30;42"
    }
  }
}
