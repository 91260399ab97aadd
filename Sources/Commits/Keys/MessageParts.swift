/// A message taken apart: what it says of the change as a whole, the branch that was merged, and the rest.
///
/// All ranges are of ``MessageText/bytes``.
struct MessageParts {
  /// Where the text that states the work stands.
  enum Heading: Equatable {
    /// The lines of the first paragraph.
    case subject
    /// The first paragraph, whose first line has a label before the title: `Merged PR 12: title`.
    case labelled
    /// A pull request's title, elsewhere than at the start of the message.
    case title
    /// The titles of several pull requests: `Merge #12 #13`.
    case titles
    /// None: git's own subject of a merge, which only names what was merged.
    case none
  }

  let text: MessageText
  private(set) var heading = Heading.subject
  /// The lines that state the work; several ``Heading/titles`` are each a text of its own.
  private(set) var headingLines: ArraySlice<Range<Int>>
  /// What was merged, as the message names it.
  private(set) var branch: Range<Int>?
  /// What it was merged into, where that is not the text of a title.
  private(set) var target: Range<Int>?
  /// The index in ``MessageText/lines`` of the first line after the title.
  private(set) var bodyStart: Int

  var bodyLines: ArraySlice<Range<Int>> { text.lines[bodyStart...] }

  /// The pull request's title, where it is not the subject; `nil` where several have one each.
  var title: Range<Int>? { heading == .title ? headingLines.first : nil }

  init(_ text: MessageText) {
    self.text = text
    headingLines = text.subjectLines
    bodyStart = text.subjectLines.endIndex
    guard let first = text.subjectLines.first, !first.isEmpty, Self.mayBeForm(text.bytes[first.lowerBound]) else {
      return
    }
    read(RequestForm(text.bytes.span.extracting(first)), of: first)
  }

  private static func mayBeForm(_ byte: UInt8) -> Bool {
    switch byte.lowercased {
    case UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "a"), UInt8(ascii: "r"): true
    default: false
    }
  }

  private mutating func read(_ form: RequestForm?, of first: Range<Int>) {
    guard let form else { return }
    branch = form.branch.map { $0.moved(by: first.lowerBound) }
    target = form.target.map { $0.moved(by: first.lowerBound) }
    switch form.title {
    case .inSubject(let range):
      heading = .title
      headingLines = [range.moved(by: first.lowerBound)]
    case .afterLabel(let start):
      heading = .labelled
      headingLines = [(first.lowerBound + start)..<first.upperBound] + text.subjectLines.dropFirst()
      branch = branchInBody() ?? branch
    case .firstOfBody:
      takeFirstOfBody()
    case .firstOfBodyWithRequest:
      let isRequest = text.bodyLines.contains { text.bytes.span.extracting($0).starts(with: Self.seeRequest) }
      if isRequest { takeFirstOfBody() } else { takeNone() }
    case .numberedLines:
      takeNumberedLines()
    case .none:
      takeNone()
    }
  }

  private mutating func takeNone() {
    heading = .none
    headingLines = text.subjectLines.dropFirst()
  }

  private static let seeRequest: ASCIIWord = "see merge request"

  /// The first line after the subject's that has text, if it is no item of a list.
  private mutating func takeFirstOfBody() {
    let start = text.subjectLines.startIndex + 1
    guard let index = text.lines[start...].firstIndex(where: { !$0.isEmpty }) else { return takeNone() }
    let bytes = text.bytes
    let line = bytes.span.extracting(text.lines[index])
    guard !line.isListItem, !line.starts(with: Self.seeRequest) else { return takeNone() }
    heading = .title
    headingLines = text.lines[index...index]
    bodyStart = index + 1
  }

  /// The lines `12: title r=reviewer a=author` of a batch.
  private mutating func takeNumberedLines() {
    var titles: [Range<Int>] = []
    for range in text.bodyLines {
      let line = text.bytes.span.extracting(range)
      let digits = line.afterDigits(from: 0)
      guard digits > 0, digits < line.count, line[digits] == UInt8(ascii: ":") else { continue }
      let end = line.start(of: " r=", from: digits) ?? line.count
      let start = Swift.min(line.afterBlanks(from: digits + 1), end)
      titles.append((range.lowerBound + start)..<(range.lowerBound + end))
    }
    guard !titles.isEmpty else { return takeNone() }
    heading = titles.count == 1 ? .title : .titles
    headingLines = titles[...]
  }

  /// The branch of a line `Merge in SHOP/web from feature/x to main`.
  private func branchInBody() -> Range<Int>? {
    for range in text.bodyLines {
      let line = text.bytes.span.extracting(range)
      if line.starts(with: "merge in "), let branch = RequestForm.source(in: line, from: 0) {
        return branch.moved(by: range.lowerBound)
      }
    }
    return nil
  }
}

extension Range<Int> {
  func moved(by offset: Int) -> Self { (lowerBound + offset)..<(upperBound + offset) }
}
