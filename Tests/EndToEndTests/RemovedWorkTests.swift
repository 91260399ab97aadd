import Foundation
import TestSupport
import Testing

/// Reverts of work that an earlier release brought, whatever that work was and whatever came after it.
struct RemovedWorkTests {
  struct Work: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var before = "1\n2\n3\n4\n5\n6\n7\n8\n"
    var after = "1\n2\nx\n4\n5\n6\n7\n8\n"
    /// What somebody else made of the file after the work, as `after` and `before` would then look.
    var later: (work: String, none: String)?
    var isExecutable = false
    var isRenamed = false
    var isMerged = false
  }

  static let lines = "1\n2\n3\n4\n5\n6\n7\n8\n"

  static let works = [
    Work(testDescription: "a line"),
    Work(testDescription: "a line of a merged branch", isMerged: true),
    Work(testDescription: "a blank line", after: lines + "\n"),
    Work(testDescription: "line ends", after: lines.replacingOccurrences(of: "\n", with: "\r\n")),
    Work(testDescription: "the end of the file", after: String(lines.dropLast())),
    Work(testDescription: "a file without contents", before: "", after: "\n"),
    Work(testDescription: "a binary file", before: "\0a", after: "\0b"),
    Work(testDescription: "a mode", after: lines, isExecutable: true),
    Work(testDescription: "a line in a file that was renamed", isRenamed: true),
    Work(testDescription: "a line of a merged branch in a file that was renamed", isRenamed: true, isMerged: true),
    Work(
      testDescription: "a line that took no other's place, of a merged branch in a file that was renamed",
      after: lines + "5\n", isRenamed: true, isMerged: true),
    Work(
      testDescription: "a line that was indented after it",
      later: (" 1\n 2\n x\n 4\n", " 1\n 2\n 3\n 4\n")),
    Work(
      testDescription: "a line that another ticket wrote elsewhere, too", after: "x\n" + lines,
      later: ("x\n" + lines + "x\n", lines + "x\n")),
  ]

  @Test(arguments: works)
  func `are seen to take it out`(_ work: Work) async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.commit("SHOP-100 Start", files: ["price.txt": work.before])
    if work.isMerged { try await repository.checkout(new: "feature/prices") }
    if work.isExecutable {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.path + "/price.txt")
    }
    var brought = try await repository.commit("SHOP-5 Mend the price", files: ["price.txt": work.after])
    if work.isMerged {
      try await repository.checkout("main")
      brought = try await repository.merge("feature/prices")
    }
    if let later = work.later { try await repository.commit("SHOP-6 More", files: ["price.txt": later.work]) }
    if work.isRenamed {
      try await repository.git("mv", "price.txt", "cost.txt")
      try await repository.commit("SHOP-6 Rename")
    }
    try await repository.checkout("release/2.4.0")
    try await repository.git("rebase", "--quiet", "main")
    if let later = work.later {
      try await repository.commit(
        "Revert \"SHOP-5 Mend the price\"\n\nThis reverts commit \(brought).", files: ["price.txt": later.none])
    } else {
      try await repository.revert(brought, mainline: work.isMerged ? 1 : nil)
    }
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().findings(of: "removed-ticket").map(\.ticket) == ["SHOP-5"])
  }
}
