import Git
import Platform

/// Git at work in one repository, with what it is told on its standard input.
struct RepositoryGit {
  private let folder: String
  private let directory: String

  init(in repository: Repository) {
    folder = repository.workTree ?? repository.directory
    directory = repository.directory
  }

  /// - Returns: `nil` if there is no git in `PATH`.
  func run(_ arguments: [String], input: [UInt8] = []) -> ChildProcess.Answer? {
    GitProgram.run(["--git-dir", directory] + arguments, in: folder, input: input)
  }

  /// The value of a variable; `nil` if it is not set.
  func configuration(_ name: String) -> String? { value(["config", name]) }

  /// The same of a variable that is a path, or begins with `~` if it is one.
  func configurationPath(_ name: String) -> String? { value(["config", "--type=path", name]) }

  /// All values of a variable, in order.
  func configurationValues(_ name: String) -> [String] {
    guard let answer = run(["config", "--get-all", name]), answer.status == 0 else { return [] }
    return answer.text.split(separator: "\n").map(String.init)
  }

  private func value(_ arguments: [String]) -> String? {
    guard let answer = run(arguments), answer.status == 0 else { return nil }
    return answer.text.split(separator: "\n").first.map(String.init)
  }
}
