import ArgumentParser
import Console
import Git
import ReleaseScope
import Reports

/// Hidden: how the rules of keys fare with a real history, for whoever changes them.
struct Survey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Counts which rule decides on the ticket keys of a history, with samples to read.",
    discussion: """
      Reads the messages of a range, or of all that a revision reaches.

      Example: relscope survey v2.3.0..v2.4.0 --samples 5
      """,
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("A range A..B, or a revision.", valueName: "range"))
  var range = "HEAD"

  @Option(help: ArgumentHelp("How many lines to show for each rule.", valueName: "count"))
  var samples = 3

  @Option(help: ArgumentHelp("The known projects, separated by commas; any without it.", valueName: "keys"))
  var projects: String?

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let known = try (projects ?? "").split(separator: ",").map { try ProjectKey(parsing: String($0)) }
      let repository = try Repository(opening: repo)
      let commits = try commits(of: repository)
      var count = KeyCount(reader: MessageReader(scanner: KeyScanner(projects: known, ignoresCase: true)), samples)
      for commit in commits { count.add(commit) }
      try Output.standardOutput.write(count.table(TerminalText.detected))
      return .pass
    }
  }

  private func commits(of repository: Repository) throws -> [Commit] {
    guard let ends = range.splitOnce("..") else {
      return try repository.commits(reachableFrom: repository.resolve(range, as: "revision"), limit: .max)
    }
    let start = try repository.resolve(ends.before, as: "base")
    let end = try repository.resolve(ends.after.isEmpty ? "HEAD" : ends.after, as: "release")
    let old = Set(try repository.commits(reachableFrom: start, limit: .max).map(\.id))
    return try repository.commits(reachableFrom: end, limit: .max).filter { !old.contains($0.id) }
  }
}

/// How many keys each rule decides on.
private struct KeyCount {
  private let reader: MessageReader
  private let samples: Int
  private var commits = 0
  private var counts: [KeyRule: Int] = [:]
  private var lines: [KeyRule: [String]] = [:]

  init(reader: MessageReader, _ samples: Int) {
    self.reader = reader
    self.samples = samples
  }

  mutating func add(_ commit: Commit) {
    commits += 1
    for (key, rule) in reader.rules(ofMessage: commit.message.span, isMerge: commit.isMerge) {
      counts[rule, default: 0] += 1
      guard lines[rule, default: []].count < samples else { continue }
      lines[rule, default: []].append("\(commit.id.description.prefix(10)): \(Self.line(of: key, in: commit.message))")
    }
  }

  private static func line(of key: KeyScanner.Match, in message: [UInt8]) -> String {
    let newline = UInt8(ascii: "\n")
    let start = message[..<key.range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = message[key.range.upperBound...].firstIndex(of: newline) ?? message.endIndex
    return String(decoding: message[start..<end].prefix(200), as: UTF8.self)
  }

  /// The rules in their order, those that decide on nothing left out.
  func table(_ words: TerminalText) -> String {
    var text = "\(commits) commits, \(counts.values.reduce(0, +)) keys\n"
    for rule in KeyRule.allCases {
      guard let count = counts[rule] else { continue }
      text += "\n\(rule.strength) \(rule.rawValue): \(count)\n"
      for line in lines[rule] ?? [] { text += "  \(words.cleaned(line))\n" }
    }
    return text
  }
}
