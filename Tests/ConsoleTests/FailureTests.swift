import Console
import Platform
import ReleaseScope
import SystemPackage
import Testing

struct FailureTests {
  static let refusals: [(FileError, String, String?, Console.ExitStatus)] = [
    (FileError(.read, "a", .noSuchFileOrDirectory), "cannot read 'a': no such file or directory", nil, .missing),
    (
      FileError(.write, "a", .noSuchFileOrDirectory), "cannot write 'a': no such file or directory",
      "create the directory first", .cannotWrite
    ),
    (FileError(.write, "a", .isDirectory), "cannot write 'a': is a directory", "name a file", .cannotWrite),
    (
      FileError(.write, "a", .noSpace), "cannot write 'a': no space left on device",
      "free some space, or choose another disk", .cannotWrite
    ),
    (FileError(.append, "a", .readOnlyFileSystem), "cannot add to 'a': read-only file system", nil, .cannotWrite),
    (
      FileError(.writeStream, "standard output", .noSpace), "cannot write to standard output: no space left on device",
      nil, .cannotWrite
    ),
  ]

  @Test(arguments: refusals)
  func `words what the system refuses, with a status`(
    error: FileError, message: String, help: String?, status: Console.ExitStatus
  ) {
    let problem = error.problem
    #expect(problem.message == message)
    #expect(problem.help == help)
    #expect(Console.ExitStatus(problem.kind) == status)
  }

  @Test func `ends with another status for each kind of problem, and with none of the verdicts`() {
    let statuses = Problem.Kind.allCases.map { Console.ExitStatus($0).rawValue }
    #expect(Set(statuses).count == statuses.count)
    #expect(statuses.allSatisfy { $0 > 2 })
  }
}
