import Console
import Git
import Platform

extension Repository {
  /// Shows on standard error how far the reading is, when it takes long and somebody watches.
  func showReading() {
    guard StandardStream.error.isTerminal else { return }
    progress = ReadingProgress { ProgressMeter.standard.show($0.words) }
  }
}

extension ReadingProgress.Count {
  /// For people.
  fileprivate var words: String {
    compared.of == 0
      ? "reading the history: \(commits) commits" : "comparing changes: \(compared.done) of \(compared.of) commits"
  }
}
