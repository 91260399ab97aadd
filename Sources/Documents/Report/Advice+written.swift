package import ReleaseScope

extension Advice {
  /// Reads the line that a report keeps of it: a command is what follows the first word `run: `.
  package init(written text: String) {
    let marks = text.ranges(of: "run: ").map { (before: text[..<$0.lowerBound], after: text[$0.upperBound...]) }
    if let mark = marks.first(where: { $0.before.isEmpty || $0.before.last == " " }) {
      self.init(String(mark.before.dropLast()), run: String(mark.after))
    } else {
      self.init(text)
    }
  }
}
