import Console
import Platform

extension Pager {
  /// Writes `text` to standard output, by git's pager where it is long.
  static func show(_ text: String) throws {
    try show(text) {
      guard let answer = GitProgram.run(["config", "--get", "core.pager"]), answer.status == 0 else { return nil }
      return answer.text.split(separator: "\n").first.map(String.init) ?? ""
    }
  }
}
