/// What a column of a CSV export holds, by its header.
enum JiraColumn: Equatable {
  case key
  case summary
  case type
  case status
  case statusCategory
  case assignee
  case priority
  case fixVersion
  case parent
  /// Says nothing that is needed, or the same as another column.
  case ignored
  /// Any other column, by its header.
  case field(String)

  /// The headers of Data Center, of both generations of Cloud, of the REST interface, and of exporters that are near
  /// them.
  private static let known: [String: JiraColumn] = [
    "issuekey": .key, "key": .key, "workitemkey": .key, "workkey": .key,
    "summary": .summary,
    "issuetype": .type, "worktype": .type, "workitemtype": .type, "type": .type,
    "status": .status,
    "statuscategory": .statusCategory,
    "assignee": .assignee,
    "priority": .priority,
    "parent": .parent, "parentkey": .parent,
    "resolution": .ignored, "issueid": .ignored, "workitemid": .ignored,
  ]

  /// The fix versions in the languages of Jira. A table whose fix versions go unseen would plan every row, so more is
  /// taken for them than for other columns; the key has no translations, so that a table in another language is refused
  /// rather than read in parts.
  private static let fixVersions: Set<String> = [
    "fixversions", "fixversion", "fixedversions", "fixedversion", "fixinversion", "fixinversions", "fixedinversion",
    "fixedinversions",
    "fixversionen", "lösungsversion", "lösungsversionen", "korrekturversion", "korrekturversionen", "behobeninversion",
    "behobeninversionen", "zielversionlösung",
    "versionscorrigées", "versioncorrigée", "versionscorrigée", "versioncorrective", "versionscorrectives",
    "versionescorrectoras", "versióncorrectora", "versionescorregidas", "versióncorregida", "corregidaenversiones",
    "versionicorrette", "versionecorretta", "versionidicorrezione", "versionedicorrezione", "versionifix",
    "versõescorrigidas", "versãocorrigida", "versõesdecorreção", "versãodecorreção", "corrigidonaversão",
    "corrigirversões", "corrigirversão",
    "oplossingsversies", "oplossingsversie", "oplosversie", "oplosversies", "versiesmetcorrectie",
    "wersjepoprawki", "wersjapoprawki", "naprawionewwersji", "naprawionewwersjach", "wersjanaprawy", "wersjenaprawy",
    "исправитьвверсиях", "исправитьвверсии", "исправленовверсиях", "исправленовверсии", "версииисправления",
    "версияисправления",
    "修正バージョン", "修正済みバージョン", "修复版本", "修复的版本", "修復版本", "수정버전", "수정된버전",
    "opravitveverzi", "verzeopravy", "opravenověverzi", "javításiverzió", "javításiverziók", "düzeltmesürümü",
    "düzeltmesürümleri", "åtgärdadeversioner", "åtgärdadiversion", "rettelsesversion", "rettetiversion",
    "korjausversio", "korjausversiot", "versiunicorectate", "versiunecorectată",
  ]

  /// - Parameter header: Only its letters count, in any case: `Fix Version/s` is `fixVersions`.
  init(header: String) {
    let name = header.trimmed
    let letters = String(name.lowercased().filter(\.isLetter))
    if let known = Self.known[letters] {
      self = known
    } else if Self.fixVersions.contains(letters) {
      self = .fixVersion
    } else {
      self = name.isEmpty ? .ignored : .field(Self.plainName(of: name))
    }
  }

  /// People call a custom field by its name alone: `Custom field (Steps to reproduce)` has it in brackets.
  private static func plainName(of header: String) -> String {
    guard header.lowercased().hasPrefix("custom field ("), header.hasSuffix(")") else { return header }
    return String(header.dropFirst("custom field (".count).dropLast())
  }

  /// The key of a status category that goes by Jira's English name; `nil` for another language.
  static func category(_ name: String) -> String? {
    switch name.lowercased() {
    case "to do", "new": "new"
    case "in progress", "indeterminate": "indeterminate"
    case "done", "complete": "done"
    case "no category", "undefined": "undefined"
    default: nil
    }
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
