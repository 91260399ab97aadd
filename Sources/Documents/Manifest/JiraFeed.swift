import ReleaseScope

/// Reads the XML ("RSS") that Jira exports.
///
/// A document type is refused, so that there are no entities to expand and none to load.
struct JiraFeed {
  /// - Throws: ``DocumentError`` with the line, for what is not XML, a document type, an item without a key.
  static func export(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> JiraExport {
    let text = try withoutProlog(try source.utf8(bytes), source: source)
    let reader = JiraFeedReader(source: source, firstLine: text.line)
    let brokenLine = ElementParser.parse(text.rest, reader)
    if let error = reader.error { throw error }
    if let brokenLine {
      throw source.error(
        brokenLine + text.line - 1, "this is not XML as Jira exports it", help: "export the issues again")
    }
    guard reader.isFeed else {
      throw source.error(
        text.line, "this is not an export of Jira: no 'rss' element", help: "export the issues as XML from Jira")
    }
    var export = reader.export
    if reader.total ?? 0 > export.issues.count { export.gaps.append(.cutOff) }
    return export
  }

  /// Skips comments and instructions before the first element; the XML declaration among them, so that no encoding but
  /// UTF-8 is ever read.
  private static func withoutProlog(
    _ text: ArraySlice<UInt8>, source: DocumentSource
  ) throws(DocumentError) -> (rest: ArraySlice<UInt8>, line: Int) {
    var rest = text
    var line: Int { 1 + text[..<rest.startIndex].count { $0 == 0x0A } }
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if rest.starts(with: "<!--".utf8), let end = rest.firstRange(of: Array("-->".utf8)) {
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<?".utf8), let end = rest.firstRange(of: Array("?>".utf8)) {
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<!".utf8), !rest.starts(with: "<!--".utf8) {
        throw source.error(
          line, "the file has a document type, which an export of Jira never has", help: "export the issues again")
      } else {
        return (rest, line)
      }
    }
  }
}
