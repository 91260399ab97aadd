/// The subject that git or a forge writes for what it merges.
///
/// All ranges are of the subject's first line.
struct RequestForm {
  enum Title {
    /// The subject quotes it.
    case inSubject(Range<Int>)
    /// It is the subject from here on, and the branch is in the body: `Pull request #5: title`.
    case afterLabel(Int)
    case firstOfBody
    /// The same, if the body names a merge request; else there is none.
    case firstOfBodyWithRequest
    /// Lines of the body that begin with the number of a pull request.
    case numberedLines
    case none
  }

  private(set) var title = Title.none
  private(set) var branch: Range<Int>?
  private(set) var target: Range<Int>?

  /// - Returns: `nil` for a subject that a person wrote.
  init?(_ line: Span<UInt8>) {
    if let end = line.end(of: "merge pull request ", at: 0) {
      self.init(request: line, from: end)
    } else if let end = line.end(of: "merged in ", at: 0) {
      self.init(branchBefore: " (pull request #", of: line, from: end)
    } else if let number = line.end(of: "auto merge of #", at: 0) ?? line.end(of: "rollup merge of #", at: 0) {
      self.init(.firstOfBody, branch: Self.automaticallyMerged(in: line, from: number))
    } else if let end = line.end(of: "merged pr ", at: 0) ?? line.end(of: "pull request #", at: 0),
      case let colon = line.afterDigits(from: end), colon > end, colon < line.count, line[colon] == UInt8(ascii: ":")
    {
      self.init(.afterLabel(line.afterBlanks(from: colon + 1)))
    } else if let end = line.end(of: "merge #", at: 0), end < line.count, line[end].isASCIIDigit {
      self.init(.numberedLines)
    } else {
      self.init(merge: line)
    }
  }

  private init(_ title: Title, branch: Range<Int>? = nil) {
    self.title = title
    self.branch = branch
  }

  /// `Merge pull request #12 from shop/cart`, `... #12 in SHOP/web from cart to main`, `... 'title' (#12) from cart`.
  private init?(request line: Span<UInt8>, from start: Int) {
    guard start < line.count else { return nil }
    if line[start] == UInt8(ascii: "#") {
      let end = line.afterDigits(from: start + 1)
      guard end > start + 1 else { return nil }
      title = .firstOfBody
      branch = Self.source(in: line, from: end)
      if line.end(of: " from ", at: end) != nil, let named = branch { branch = Self.withoutOwner(named, in: line) }
    } else if line[start].isQuotationMark, let end = Self.lastQuotationEnd(in: line, from: start + 1) {
      title = .inSubject((start + 1)..<end)
      branch = Self.source(in: line, from: end)
    } else {
      return nil
    }
  }

  /// `Merged in feature/cart (pull request #12)`.
  private init?(branchBefore mark: ASCIIWord, of line: Span<UInt8>, from start: Int) {
    guard let end = line.start(of: mark, from: start) else { return nil }
    title = .firstOfBody
    branch = start..<end
  }

  /// `Merge branch 'cart' into 'main'`, and what else begins with `Merge` and has ` into `.
  private init?(merge line: Span<UInt8>) {
    guard line.starts(with: "merge") || line.starts(with: "merging ") else { return nil }
    let into = line.start(of: " into ")
    let kinds: [ASCIIWord] = ["branch", "branches", "tag", "tags", "commit", "commits", "remote-tracking"]
    let start = line.index(of: UInt8(ascii: " "), from: 0)
    guard start < line.count else { return nil }
    let isGits = line.starts(with: "merge ") && line.end(ofOneOf: kinds, at: start + 1) != nil
    guard isGits || into != nil else { return nil }
    if line.starts(with: "merge branch ") { title = .firstOfBodyWithRequest }
    branch = start..<Swift.max(start, into ?? line.count)
    target = into.map { ($0 + " into ".utf8.count)..<line.count }
  }

  /// The branch between ` from ` and ` to ` or ` into `.
  static func source(in line: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard let from = line.start(of: " from ", from: start) else { return nil }
    let name = from + " from ".utf8.count
    let end = line.start(of: " into ", from: name) ?? line.start(of: " to ", from: name) ?? line.count
    return name..<end
  }

  /// `ines:cart` of `12 - ines:cart, r=dana`, without the owner.
  private static func automaticallyMerged(in line: Span<UInt8>, from number: Int) -> Range<Int>? {
    guard let mark = line.start(of: " - ", from: number) else { return nil }
    let start = mark + " - ".utf8.count
    let end = line.index(of: UInt8(ascii: ","), from: start)
    let colon = line.index(of: UInt8(ascii: ":"), from: start)
    return (colon < end ? colon + 1 : start)..<end
  }

  /// What GitHub puts before a branch's name is who has it.
  private static func withoutOwner(_ name: Range<Int>, in line: Span<UInt8>) -> Range<Int> {
    let slash = line.extracting(0..<name.upperBound).index(of: UInt8(ascii: "/"), from: name.lowerBound)
    return slash < name.upperBound ? (slash + 1)..<name.upperBound : name
  }

  /// The last quotation mark before ` (#`.
  private static func lastQuotationEnd(in line: Span<UInt8>, from start: Int) -> Int? {
    var found: Int?
    var place = start
    while let mark = line.start(of: " (#", from: place) {
      if mark > start, line[mark - 1].isQuotationMark { found = mark - 1 }
      place = mark + 1
    }
    return found
  }
}

extension UInt8 {
  var isQuotationMark: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`")
  }
}
