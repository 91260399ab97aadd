/// Tells which lines of a body show text instead of saying it: quotations, code, comments.
struct VerbatimLines {
  private static let codeDepth = 4

  /// How far the whole body is indented.
  private let indentation: Int
  private let isSquash: Bool
  private var isInFence = false
  private var isInComment = false
  /// Whether no comment that begins from here on has an end.
  private var hasNoEnd = false
  /// How far the text of the list's last item is indented.
  private var itemText: Int?

  init(indentation: Int, isSquash: Bool) {
    self.indentation = indentation
    self.isSquash = isSquash
  }

  /// Takes the next line that is not blank.
  ///
  /// - Parameter hasEnd: Whether a comment that begins here has an end.
  /// - Returns: Whether it is shown.
  mutating func takes(_ line: Span<UInt8>, isFirstOfParagraph: Bool, hasEnd: () -> Bool) -> Bool {
    let start = line.afterBlanks(from: 0)
    let opens = !isInComment && !isInFence && !hasNoEnd && line.end(of: "<!--", at: start) != nil
    if opens { hasNoEnd = !hasEnd() }
    if isInComment || opens && !hasNoEnd {
      isInComment = line.start(of: "-->", from: start) == nil
      return true
    }
    let isFence = line.end(of: "```", at: start) != nil || line.end(of: "~~~", at: start) != nil
    if isFence { isInFence.toggle() }
    if isInFence || isFence || line[start] == UInt8(ascii: ">") { return true }
    return isCode(line, depth: start, isFirstOfParagraph)
  }

  private mutating func isCode(_ line: Span<UInt8>, depth: Int, _ isFirstOfParagraph: Bool) -> Bool {
    let item = line.listMark
    // What is indented below an item may be an item of that one.
    let isNested = item != nil && itemText.map { depth < $0 + Self.codeDepth } == true
    guard isSquash || isNested || depth < indentation + Self.codeDepth else { return true }
    if let item {
      itemText = item.text
    } else if isFirstOfParagraph, depth < itemText ?? 0 {
      itemText = nil
    }
    return false
  }
}
