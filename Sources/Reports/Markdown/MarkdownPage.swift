/// Markdown up to a number of characters; what has no room is counted.
struct MarkdownPage {
  private(set) var text = ""
  private let room: Int
  /// What was left out, by what people call it, in the order of the page.
  private(set) var leftOut: [(noun: String, count: Int)] = []
  private var isFull = false

  /// The room that is kept for the end of an open section and for the line that says what was left out.
  private static let reserve = 500

  init(limit: Int) {
    room = limit - Self.reserve
  }

  /// Writes a block, or counts it as left out. Once something has been left out, all that follows is.
  @discardableResult
  mutating func write(_ block: String, counting noun: String? = nil, count: Int = 1) -> Bool {
    // Hosts count in UTF-16 or in characters; the former is never less.
    guard !isFull, text.utf16.count + block.utf16.count <= room else {
      isFull = true
      if let noun { leaveOut(noun, count) }
      return false
    }
    text += block
    return true
  }

  /// Writes rows under a heading, which is not written without the first row.
  mutating func write(_ heading: String, rows: [String], counting noun: String) {
    for (position, row) in rows.enumerated() { write(position == 0 ? heading + row : row, counting: noun) }
  }

  /// Writes the end of what was opened, for which there is always room.
  mutating func close(_ block: String) { text += block }

  private mutating func leaveOut(_ noun: String, _ count: Int) {
    if let place = leftOut.firstIndex(where: { $0.noun == noun }) {
      leftOut[place].count += count
    } else {
      leftOut.append((noun, count))
    }
  }
}
