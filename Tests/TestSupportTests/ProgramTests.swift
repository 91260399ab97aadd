import Foundation
import TestSupport
import Testing

struct ProgramTests {
  private let environment = CleanEnvironment(home: "/nowhere")

  @Test func `passes arguments as they are, without a shell`() async throws {
    let result = try await Program("printf", environment: environment).run(["%s|", "$HOME", "a b", "*", ""])
    #expect(result.output == "$HOME|a b|*||")
  }

  @Test func `reads both streams to their end before it waits`() async throws {
    let script = "cat; head -c 300000 /dev/zero >&2; exit 3"
    let input = [UInt8](repeating: 0x61, count: 200_000)
    let result = try await Program("sh", environment: environment).run(["-c", script], input: input)
    #expect(result.status == 3)
    #expect(result.outputBytes == input)
    #expect(result.errorBytes.count == 300_000)
  }

  @Test func `survives a program that does not read its input`() async throws {
    let input = [UInt8](repeating: 0x61, count: 1_000_000)
    let result = try await Program("true", environment: environment).run([], input: input)
    #expect(result.status == 0)
  }

  @Test func `tells a signal from a status`() async throws {
    let result = try await Program("sh", environment: environment).run(["-c", "kill -TERM $$"])
    #expect(result.status == 128 + 15)
  }

  @Test func `deletes a temporary folder with its last owner`() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("a/b.txt", "b\n")
    #expect(FileManager.default.fileExists(atPath: path + "/a/b.txt"))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
