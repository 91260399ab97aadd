import Console
import ReleaseScope

/// Which formats of a report go where, from `--format` and `--output` as they stand in the command line.
///
/// A `--format` is for the next `--output`; an `--output` without one takes the format of its extension; a `--format`
/// that no `--output` follows is for standard output. One of each belong together in either order.
struct OutputPlan {
  struct Entry: Equatable {
    let format: ReportFormat
    /// `nil` for standard output.
    let file: String?
  }

  enum Word {
    case format(ReportFormat)
    case output(String)
  }

  let entries: [Entry]

  /// - Throws: ``Problem`` of kind `usage`: a name that tells no format, two reports for one place.
  init(_ words: [Word]) throws(Problem) {
    var entries: [Entry] = []
    var pending: ReportFormat?
    for word in Self.paired(words) {
      switch word {
      case .format(let format):
        if let pending { entries.append(Entry(format: pending, file: nil)) }
        pending = format
      case .output(let file):
        guard let format = pending ?? ReportFormat(nameOf: file) else {
          throw Problem(
            .usage, "cannot tell the format of '\(file)' by its name",
            help: "write --format FORMAT before it: \(ReportFormat.names)")
        }
        entries.append(Entry(format: format, file: file == "-" ? nil : file))
        pending = nil
      }
    }
    if let pending { entries.append(Entry(format: pending, file: nil)) }
    self.entries = entries.isEmpty ? [Entry(format: .terminal, file: nil)] : entries
    try checkPlaces()
  }

  private static func paired(_ words: [Word]) -> [Word] {
    if words.count == 2, case .output = words[0], case .format = words[1] { return words.reversed() }
    return words
  }

  private func checkPlaces() throws(Problem) {
    var places: [String?: ReportFormat] = [:]
    for entry in entries {
      guard let first = places.updateValue(entry.format, forKey: entry.file) else { continue }
      throw Problem(
        .usage,
        "'\(first.rawValue)' and '\(entry.format.rawValue)' both go to \(entry.file.map { "'\($0)'" } ?? "standard output")",
        help: "name a file for each: --format \(first.rawValue) --output FILE")
    }
  }
}

extension OutputPlan {
  /// Puts values that were parsed apart back into the order of the command line.
  ///
  /// - Parameter arguments: All of the command line.
  static func words(_ formats: [ReportFormat], _ outputs: [String], in arguments: [String]) -> [Word] {
    var formats = formats[...]
    var outputs = outputs[...]
    var words: [Word] = []
    for argument in arguments.prefix(while: { $0 != "--" }) {
      switch argument.prefix(while: { $0 != "=" }) {
      case "--format": if let format = formats.popFirst() { words.append(.format(format)) }
      case "--output", "-o": if let output = outputs.popFirst() { words.append(.output(output)) }
      default: break
      }
    }
    return words + formats.map(Word.format) + outputs.map(Word.output)
  }
}
