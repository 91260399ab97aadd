import Platform
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

  @Test func `passes arguments as they are`() throws {
    let answer = try #require(ChildProcess.run("printf", ["%s|", "a b", "$HOME", "*"]))
    #expect(answer.text == "a b|$HOME|*|")
  }

  @Test func `has no answer of a program that there is none of`() {
    #expect(ChildProcess.run("relscope-none", []) == nil)
  }
}
