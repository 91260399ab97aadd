import InMemoryRepository
import ReleaseScope

/// The files of a random history. Each ticket owns lines of them, and nobody else changes those.
///
/// What stands in a line is a number: 0 for what stood there at first, then one for each time that somebody wrote
/// something new. New text is written over older text, and holds it: a release that has the second step of a line has
/// the first, too.
struct World {
  /// What each owned line has, by its number.
  typealias State = [UInt8]

  private struct File {
    let path: String
    let count: Int
    /// The lines that tickets own.
    let owned: [Int]
  }

  /// Some lines are far from each other, so that patches have nothing of their neighbours; some are near.
  private static let files = [
    File(path: "cart.txt", count: 44, owned: [4, 13, 22, 31, 40]),
    File(path: "src/price.txt", count: 44, owned: [4, 13, 22, 31, 40]),
    File(path: "src/order/mail.txt", count: 44, owned: [4, 13, 22, 31, 40]),
    File(path: "vouchers.txt", count: 15, owned: [3, 5, 7, 9, 11]),
  ]

  let tickets: [TicketKey]
  /// By line, the index of the ticket that owns it.
  let owners: [Int]
  /// By line and number, what was there before; the first has nothing before it.
  private var before: [[UInt8]]
  private var contents: [ArraySlice<UInt8>: [Int: FileLines]] = [:]

  init() {
    tickets = ["SHOP-11", "SHOP-12", "SHOP-13", "PAY-7", "PAY-8"].compactMap { try? TicketKey(parsing: $0) }
    owners = Self.files.indices.flatMap { [count = tickets.count] file in (0..<count).map { ($0 + file) % count } }
    before = Array(repeating: [0], count: owners.count)
  }

  var start: State { State(repeating: 0, count: owners.count) }

  /// Writes something new in a line.
  mutating func write(_ line: Int, in state: inout State) {
    before[line].append(state[line])
    state[line] = UInt8(before[line].count - 1)
  }

  /// The lines of a ticket that are as they were at first.
  func untouched(by ticket: Int, in state: State) -> [Int] {
    owners.indices.filter { owners[$0] == ticket && state[$0] == 0 && before[$0].count < 200 }
  }

  func lines(of ticket: Int) -> [Int] { owners.indices.filter { owners[$0] == ticket && before[$0].count < 200 } }

  /// The lines of a ticket that are far from those of others, so that what others do to those is no conflict.
  func linesApart(of ticket: Int) -> [Int] { lines(of: ticket).filter { $0 / tickets.count < Self.files.count - 1 } }

  /// All that was ever written in a line.
  func numbers(of line: Int) -> Range<Int> { 1..<before[line].count }

  /// Whether a line that has `number` holds what `part` stands for.
  func holds(_ part: Int, in number: UInt8, of line: Int) -> Bool {
    var next = Int(number)
    while next > part { next = Int(before[line][next]) }
    return next == part && part > 0
  }

  /// Whether a line that has `number` has other work at the place of `part`: neither the part, nor what was there
  /// before.
  func isOther(_ number: UInt8, than part: Int, of line: Int) -> Bool {
    number > 0 && !holds(part, in: number, of: line) && !holds(Int(number), in: UInt8(part), of: line)
  }

  /// The change from one state to another, made to a third.
  ///
  /// - Returns: `nil` for a conflict.
  static func merge(_ base: State, _ ours: State, _ theirs: State) -> State? {
    var merged = ours
    for line in ours.indices where theirs[line] != base[line] && theirs[line] != ours[line] {
      guard ours[line] == base[line] else { return nil }
      merged[line] = theirs[line]
    }
    return merged
  }

  mutating func tree(_ state: State) -> FileTree {
    var entries: [String: FileTree.Entry] = [:]
    for (number, file) in Self.files.enumerated() {
      let first = number * tickets.count
      entries[file.path] = .file(lines(of: file, number, state[first..<first + tickets.count]))
    }
    return FileTree(entries)
  }

  private mutating func lines(of file: File, _ number: Int, _ state: ArraySlice<UInt8>) -> FileLines {
    if let known = contents[state]?[number] { return known }
    var lines = (1...file.count).map { "\(file.path) \($0)" }
    for (place, line) in state.indices.enumerated() where state[line] > 0 {
      lines[file.owned[place]] = "\(tickets[owners[line]]) line \(line) step \(state[line])"
    }
    let made = FileLines(lines)
    contents[state, default: [:]][number] = made
    return made
  }
}
