package import Foundation
import Synchronization

/// A real repository made by git in a temporary folder, the same to the last object id at each run.
///
/// The folder is deleted with the last repository in it: a clone or a worktree keeps the repository that it was made
/// from.
package final class GitRepository: Sendable {
  /// The work tree, or the repository itself if it is bare.
  package let path: String
  package let folder: TemporaryFolder

  /// What every git command is run with, but for the dates and the names.
  package let environment: CleanEnvironment

  private let clock: CommitClock
  private let copies: Mutex<Int>

  /// Makes an empty repository whose unborn branch is `main`.
  ///
  /// `name` is its folder inside the temporary one, and `objectFormat` is `sha1` or `sha256`. Of the environment that
  /// the tests run in, only `PATH` and the like are taken over.
  package init(
    name: String = "shop", bare: Bool = false, objectFormat: String = "sha1",
    cleaning parent: [String: String] = ProcessInfo.processInfo.environment
  ) async throws {
    folder = try TemporaryFolder()
    environment = CleanEnvironment(home: try folder.makeFolder("home"), cleaning: parent)
    path = folder.path + "/" + name
    clock = CommitClock()
    copies = Mutex(0)
    try Self.makeTemplate(in: folder)
    let options = ["-b", "main", "--object-format=\(objectFormat)", templateOption] + (bare ? ["--bare"] : [])
    let made = try await Program("git", environment: environment).run(["init", "--quiet"] + options + [path])
    guard made.status == 0 else { throw ProgramFailure(result: made) }
    try stopMaintenance(in: bare ? path : path + "/.git")
  }

  /// The folders that each repository has, without the samples of hooks, which take longer than all the rest.
  private static func makeTemplate(in folder: TemporaryFolder) throws {
    for name in ["hooks", "info"] { _ = try folder.makeFolder("template/\(name)") }
  }

  var templateOption: String { "--template=\(folder.path)/template" }

  /// Else git starts another git behind each commit, which finds nothing to do.
  private func stopMaintenance(in folder: String) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder + "/config"))
    try file.seekToEnd()
    try file.write(contentsOf: Data("[maintenance]\n\tauto = false\n".utf8))
    try file.close()
  }

  /// A repository that exists already, in the temporary folder of `other`.
  init(at path: String, beside other: GitRepository) {
    self.path = path
    folder = other.folder
    environment = other.environment
    clock = other.clock
    copies = Mutex(0)
  }

  /// Runs git in the repository and returns its standard output, without the line end that closes it.
  ///
  /// A command that makes commits moves the clock by one minute.
  ///
  /// - Throws: ``ProgramFailure`` when git fails.
  @discardableResult
  package func git(_ arguments: String..., input: String = "") async throws -> String {
    try await git(arguments, input: Array(input.utf8))
  }

  /// The same as ``git(_:input:)`` with the arguments in an array, bytes to read, and changes to the environment.
  @discardableResult
  package func git(
    _ arguments: [String], input: [UInt8] = [], setting changes: [String: String?] = [:]
  ) async throws -> String {
    let result = try await run(arguments, input: input, setting: changes)
    guard result.status == 0 else { throw ProgramFailure(result: result) }
    return result.output.hasSuffix("\n") ? String(result.output.dropLast()) : result.output
  }

  /// Runs git in the repository and returns how it ended.
  package func run(
    _ arguments: [String], input: [UInt8] = [], setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    let date = Self.makesCommits(arguments) ? clock.next() : clock.now
    let dated = environment.setting([
      "GIT_AUTHOR_NAME": Person.dana.name, "GIT_AUTHOR_EMAIL": Person.dana.email, "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_NAME": Person.dana.name, "GIT_COMMITTER_EMAIL": Person.dana.email, "GIT_COMMITTER_DATE": date,
      "GIT_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no",
    ])
    return try await Program("git", environment: dated.setting(changes)).run(arguments, in: path, input: input)
  }

  /// Writes a file of the work tree, with the folders above it.
  package func write(_ file: String, _ contents: String) throws {
    try write(file, Data(contents.utf8))
  }

  package func write(_ file: String, _ contents: Data) throws {
    try TemporaryFolder.write(contents, to: path + "/" + file)
  }

  /// The object id of a revision.
  package func id(of revision: String) async throws -> String {
    if revision == "HEAD", let tip = looseTip { return tip }
    return try await git("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
  }

  /// The commit that HEAD names by way of a file of its own, as after each commit; else git has to be asked.
  private var looseTip: String? {
    func text(_ file: String) -> Substring? {
      (try? String(contentsOfFile: "\(path)/.git/\(file)", encoding: .utf8))?.prefix { $0 != "\n" }
    }
    guard let head = text("HEAD"), head.hasPrefix("ref: ") else { return nil }
    let tip = text(String(head.dropFirst("ref: ".count)))
    return tip.flatMap { $0.count >= 40 && $0.allSatisfy(\.isHexDigit) ? String($0) : nil }
  }

  /// The next commit that git makes is one minute later.
  func advanceClock() {
    _ = clock.next()
  }

  /// A name for a copy of this repository in the same temporary folder, never used before.
  func nextCopyPath(_ kind: String) -> String {
    let number = copies.withLock { count in
      count += 1
      return count
    }
    return "\(path)-\(kind)-\(number)"
  }

  private static func makesCommits(_ arguments: [String]) -> Bool {
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("-") {
      rest = rest.dropFirst(first == "-c" || first == "-C" ? 2 : 1)
    }
    let commands: Set = [
      "am", "cherry-pick", "commit", "commit-tree", "merge", "notes", "pull", "rebase", "revert", "stash", "tag",
    ]
    return rest.first.map(commands.contains) ?? false
  }
}
