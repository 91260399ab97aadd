import Foundation
import FoundationXML
import ReleaseScope
import Reports
import SwiftCSV
import Testing

/// The formats of forges, CI services and spreadsheets, each with a reader that others wrote or that follows its rules.
enum ServiceFormat: String, CaseIterable {
  case junit
  case sarif
  case github
  case gitlab
  case azure
  case rdjson
  case csv
  case outputs = "github-outputs"

  func text(_ report: ScopeReport) -> String {
    switch self {
    case .junit: JUnitRenderer().text(of: report)
    case .sarif: SARIFRenderer(toolVersion: "1.0.0").text(of: report)
    case .github: GitHubRenderer().text(of: report)
    case .gitlab: GitLabRenderer().text(of: report)
    case .azure: AzureRenderer().text(of: report)
    case .rdjson: RDJSONRenderer().text(of: report)
    case .csv: CSVRenderer().text(of: report)
    case .outputs: GitHubOutputs().text(of: report)
    }
  }

  var file: String {
    switch self {
    case .junit: "junit.xml"
    case .sarif: "sarif.json"
    case .gitlab: "gitlab.json"
    case .rdjson: "rdjson.json"
    case .csv: "table.csv"
    case .github, .azure, .outputs: "\(rawValue).txt"
    }
  }

  /// Every text that a reader of the format finds in it, without the format's own marks.
  func texts(in written: String) throws -> [String] {
    switch self {
    case .junit: return try XMLTexts.read(written)
    case .sarif, .gitlab, .rdjson:
      return Self.strings(in: try JSONSerialization.jsonObject(with: Data(written.utf8)))
    case .github: return try WorkflowLine.read(written).flatMap { [$0.data] + $0.properties.map(\.value) }
    case .azure: return try LoggingLine.read(written)
    case .csv:
      // The reader takes LF only within quotation marks as part of a field.
      let table = try CSV<Enumerated>(string: written.replacing("\r\n", with: "\n"))
      return table.header + table.rows.flatMap(\.self)
    case .outputs:
      return try written.split(separator: "\n").map { line in
        String(try #require(line.firstIndex(of: "=").map { line[line.index(after: $0)...] }, "\(line)"))
      }
    }
  }

  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]: object.flatMap { [$0.key] + strings(in: $0.value) }
    default: []
    }
  }
}

/// What an XML parser finds: attributes and character data.
private final class XMLTexts: NSObject, XMLParserDelegate {
  private var texts: [String] = []
  private var current = ""

  static func read(_ text: String) throws -> [String] {
    let reader = XMLTexts()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isRead = parser.parse()
    try #require(isRead, "\(String(describing: parser.parserError))")
    return reader.texts
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    texts += attributes.values
    current = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    texts.append(current)
    current = ""
  }
}

/// A command of GitHub Actions, read as its runner does: from lines that begin with `::`.
struct WorkflowLine {
  let name: String
  let properties: [(name: String, value: String)]
  let data: String

  static func read(_ text: String) throws -> [WorkflowLine] {
    try text.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).compactMap { line in
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard trimmed.hasPrefix("::") else { return nil }
      let rest = trimmed.dropFirst(2)
      let end = try #require(rest.firstRange(of: "::"), "\(line)")
      let head = rest[..<end.lowerBound].split(separator: " ", maxSplits: 1)
      let properties = try head.dropFirst().first?.split(separator: ",").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(line)")
        return (String(parts[0]), unescaped(String(parts[1]), ["%3A": ":", "%2C": ","]))
      }
      return WorkflowLine(
        name: String(head[0]), properties: properties ?? [], data: unescaped(String(rest[end.upperBound...]), [:]))
    }
  }

  private static func unescaped(_ text: String, _ more: [String: String]) -> String {
    var text = text
    for (code, sign) in more.merging(["%0D": "\r", "%0A": "\n"], uniquingKeysWith: { first, _ in first }) {
      text = text.replacing(code, with: sign)
    }
    return text.replacing("%25", with: "%")
  }
}

/// The lines of an Azure log, read as its agent does: a command wherever `##vso[` stands.
enum LoggingLine {
  static func read(_ text: String) throws -> [String] {
    try text.split(separator: "\n").flatMap { line -> [String] in
      let starts = line.ranges(of: "##vso[") + line.ranges(of: "##[")
      guard let start = starts.first else { return [String(line)] }
      try #require(starts.count == 1 && start.lowerBound == line.startIndex, "\(line)")
      let end = try #require(line.firstIndex(of: "]"), "\(line)")
      let parts = line[start.upperBound..<end].split(separator: " ", maxSplits: 1)
      try #require(parts.first == "task.logissue", "\(line)")
      let values = try #require(parts.last).split(separator: ";").map { String($0.drop { $0 != "=" }.dropFirst()) }
      return values + [String(line[line.index(after: end)...])]
    }
  }
}
