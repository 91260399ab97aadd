/// Makes foreign text one field of a CSV file that a spreadsheet shows as text.
enum CSVText {
  /// What a formula begins with; some spreadsheets take the wide forms, too.
  private static let starters = Set("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

  static func field(_ text: String) -> String {
    var field = BriefText.cleaned(text)
    if let first = field.unicodeScalars.first, starters.contains(first) { field = "'" + field }
    return field.contains { ",;\"'".contains($0) } ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }
}
