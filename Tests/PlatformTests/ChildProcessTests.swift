import Platform
import TestSupport
import Testing

struct ChildProcessTests {
  @Test(arguments: [0, 1, 4_096, 4_097, 300_000])
  func `gives a program its input, and has all of its output`(count: Int) throws {
    let input = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let answer = try #require(ChildProcess.run("cat", [], input: input))
    #expect(answer.status == 0)
    #expect(answer.output == input)
  }

  @Test(arguments: [4_096, 300_000])
  func `ends though the program reads nothing`(count: Int) throws {
    let answer = try #require(ChildProcess.run("true", [], input: [UInt8](repeating: 10, count: count)))
    #expect(answer.status == 0)
  }

  @Test(arguments: [("exit 3", 3), ("kill -KILL $$", 137)])
  func `tells how the program ended`(script: String, status: Int32) throws {
    let answer = try #require(ChildProcess.run("sh", ["-c", script]))
    #expect(answer.status == status)
  }

  /// Neither what it started itself nor what asks not to be ended goes on; and what ends in time is as without a limit.
  @Test(arguments: [
    "exec cat <&3", "cat <&3 & wait", "trap '' TERM; cat <&3 & wait; cat <&3", "exec >&-; read line <&3",
  ])
  func `ends a program that takes longer than it may, and what it started`(script: String) throws {
    let folder = try TemporaryFolder()
    let fifo = folder.path + "/nobody"
    let full = "mkfifo '\(fifo)'; exec 3<>'\(fifo)'; \(script)"
    #expect(ChildProcess.run("sh", ["-c", full], limit: .milliseconds(300)) == nil)
    let left = try #require(ChildProcess.run("sh", ["-c", "ls -l /proc/[0-9]*/fd 2>/dev/null | grep -c '\(fifo)'"]))
    #expect(left.text == "0\n")
    let answer = try #require(ChildProcess.run("sh", ["-c", "echo a; echo b; exit 3"], limit: .seconds(600)))
    #expect(answer.status == 3 && answer.text == "a\nb\n")
  }

  @Test func `lets nobody see what a program says, if it is to be silent`() throws {
    let script = "echo out; echo noise >&2; readlink /proc/self/fd/2"
    let answer = try #require(ChildProcess.run("sh", ["-c", script], isSilent: true))
    #expect(answer.text == "out\n/dev/null\n")
  }

  @Test func `passes arguments as they are`() throws {
    let answer = try #require(ChildProcess.run("printf", ["%s|", "a b", "$HOME", "*"]))
    #expect(answer.text == "a b|$HOME|*|")
  }

  @Test func `has no answer of a program that there is none of`() {
    #expect(ChildProcess.run("relscope-none", []) == nil)
  }
}
