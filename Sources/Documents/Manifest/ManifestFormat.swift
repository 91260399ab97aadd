/// What kind of file a manifest was read from.
package enum ManifestFormat: String, Sendable, CaseIterable {
  case json
  case yaml
  case jiraCSV = "jira-csv"
  case jiraXML = "jira-xml"
  case jiraJSON = "jira-json"

  /// How the file is written, which is known before it is read.
  enum Layout: Equatable {
    case json
    case yaml
    case csv
    case xml

    /// Looks at the first character, then the extension, then the first line.
    init(of bytes: [UInt8], name: String) {
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      let lowercased = name.lowercased()
      let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      if lowercased.hasSuffix(".yml") || lowercased.hasSuffix(".yaml") {
        self = .yaml
      } else if first == UInt8(ascii: "<") {
        self = .xml
      } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || lowercased.hasSuffix(".json") {
        self = .json
      } else if lowercased.hasSuffix(".csv") || JiraTable.looksLikeHeader(text) {
        self = .csv
      } else {
        self = .yaml
      }
    }
  }
}
