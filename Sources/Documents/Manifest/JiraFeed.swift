import Foundation
import FoundationXML
import ReleaseScope

/// Reads the XML ("RSS") that Jira exports.
///
/// A document type is refused, so that there are no entities to expand and none to load.
struct JiraFeed {
  /// - Throws: ``DocumentError`` with the line, for what is not XML, a document type, an item without a key.
  static func export(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> JiraExport {
    let text = try withoutProlog(try source.utf8(bytes), source: source)
    let delegate = JiraFeedDelegate(source: source, firstLine: text.line)
    let parser = XMLParser(data: Data(text.rest))
    parser.shouldResolveExternalEntities = false
    parser.delegate = delegate
    // FoundationXML mends what is broken and goes on, with or without saying so in its answer: only its report of an error
    // tells, and a feed that is cut off must not pass for a shorter one.
    let isRead = parser.parse()
    if let error = delegate.error { throw error }
    guard isRead, parser.parserError == nil, delegate.brokenLine == nil, delegate.isFinished else {
      let line = delegate.brokenLine ?? parser.lineNumber + text.line - 1
      throw source.error(line, "this is not XML as Jira exports it", help: "export the issues again")
    }
    guard delegate.isFeed else {
      throw source.error(
        text.line, "this is not an export of Jira: no 'rss' element", help: "export the issues as XML from Jira")
    }
    var export = delegate.export
    export.isComplete = (delegate.total ?? 0) <= export.issues.count
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
