import Foundation
import TestSupport
import Testing

/// Calls of the C library that fail, one in each run: nothing unseen passes, files stay whole, nothing is left behind.
@Suite(.serialized) struct FaultInjectionTests {
  /// What fails.
  enum Call: String, CaseIterable {
    case write, fsync, rename, open, read, mmap, spawn, malloc
  }

  /// How many places of a call are tried in one command at most, spread evenly: RELSCOPE_FAULTS, else 12.
  private static let places = ProcessInfo.processInfo.environment["RELSCOPE_FAULTS"].flatMap(Int.init) ?? 12

  @Test(arguments: Call.allCases)
  func `says that it failed, and leaves files whole`(call: Call) async throws {
    let shim = try await FaultShim()
    var runs = 0
    for command in try await FaultedCommand.all() {
      try command.reset()
      let usual = try await shim.run(command, call, at: 0)
      let (before, after) = (command.before, try command.files())
      let count = try shim.count()
      for place in Self.chosen(of: count) {
        try command.reset()
        let run = try await shim.run(command, call, at: place)
        let files = try command.files()
        let what: Comment = "\(command.name): \(call.rawValue) \(place) of \(count)\n\(run)"
        runs += 1
        if run.status == 0 {
          #expect(usual.status == 0 && run.outputBytes == usual.outputBytes && files == after, what)
        }
        // Nobody gets any further without memory, and before the program begins nobody can say so.
        if call != .malloc { #expect(run.status < 128 && !run.errors.contains("the program was stopped"), what) }
        // Who was ended for want of memory cannot tidy up.
        let isEnded = call == .malloc && (run.status >= 128 || run.errors.contains("the program was stopped"))
        for (name, bytes) in files where !isEnded || !name.hasPrefix(".relscope-") {
          // What cannot be opened is unseen, and then the report is another one, but a whole one.
          let isOther = run.status == 2 && usual.status != 2 && bytes.suffix(8) == after[name]?.suffix(8)
          #expect(bytes == before[name] || bytes == after[name] || isOther, "\(name) \(what)")
        }
        for name in before.keys { #expect(files[name] != nil || after[name] == nil, "\(name) \(what)") }
      }
    }
    #expect(runs > 0)
    print("faults: \(call.rawValue) failed \(runs) times")
  }

  private static func chosen(of count: Int) -> [Int] {
    guard count > places else { return Array(1..<(count + 1)) }
    return (0..<places).map { 1 + $0 * (count - 1) / (places - 1) }
  }
}

/// Makes a call fail in the program that it is loaded into.
private final class FaultShim {
  private let folder: TemporaryFolder
  private let library: String
  private let counts: String

  init() async throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("faults.c").path
    folder = try TemporaryFolder()
    library = folder.path + "/faults.so"
    counts = folder.path + "/count"
    let compiler = Program("/usr/bin/env", environment: CleanEnvironment(home: folder.path))
    let built = try await compiler.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
    #expect(built.status == 0, "\(built)")
  }

  func run(_ command: FaultedCommand, _ call: FaultInjectionTests.Call, at place: Int) async throws -> ProgramResult {
    try await command.relscope.run(
      command.arguments, in: command.folder, input: command.input,
      setting: ["LD_PRELOAD": library, "FAULT_CALL": call.rawValue, "FAULT_AT": "\(place)", "FAULT_COUNT": counts])
  }

  /// How many calls there were in a run that came to its end.
  func count() throws -> Int {
    let text = try String(contentsOfFile: counts, encoding: .utf8)
    return try #require(Int(text.filter(\.isNumber)))
  }
}

/// A command, and the files that it may write.
private struct FaultedCommand {
  let name: String
  let relscope: Relscope
  let repository: GitRepository
  let arguments: [String]
  /// Where it writes, which has nothing but what it had before.
  let place: String
  var before: [String: [UInt8]] = [:]
  var input = ""

  var folder: String { repository.path }

  /// A check that passes, one that fails, and whatever writes a file.
  static func all() async throws -> [FaultedCommand] {
    let passing = try await GitRepository.passing()
    let failing = try await GitRepository.passing(name: "stray")
    try await failing.commit("SHOP-9 Accept vouchers", files: ["voucher.js": "1\n"])
    let out = try passing.folder.makeFolder("out")
    let hooks = passing.path + "/.git/hooks"
    let manifest = Array(ReleaseFixture.manifest(["SHOP-1", "PAY-2"]).utf8)
    let table = Array("Issue key,Summary,Fix Version/s\nSHOP-1,Cart,2.4.0\n".utf8)
    let check = ["check", "--base", "main", "--release", "release/2.4.0"]
    func made(
      _ name: String, _ repository: GitRepository, _ arguments: [String], in place: String? = nil,
      before: [String: [UInt8]] = [:], input: String = ""
    ) throws -> FaultedCommand {
      FaultedCommand(
        name: name, relscope: try Relscope(for: repository), repository: repository, arguments: arguments,
        place: place ?? out, before: before, input: input)
    }
    let pushed = try await failing.git("rev-parse", "HEAD")
    let line = "HEAD \(pushed) refs/heads/release/2.4.0 \(String(repeating: "0", count: 40))\n"
    return [
      try made("check", passing, check + ["--format", "json"]),
      try made(
        "report", passing, check + ["--format", "html", "--output", out + "/report"], before: ["report": [1, 2, 3]]),
      try made("failing check", failing, check + ["--format", "json"]),
      try made("hook", failing, ["hook", "pre-push", "origin", "/nowhere"], input: line),
      try made(
        "import", passing,
        ["manifest", "import", out + "/x.csv", "--version", "2.4.0", "--seal", "-o", out + "/m.json"],
        before: ["x.csv": table, "m.json": [7]]),
      try made("seal", passing, ["manifest", "seal", out + "/m.json"], before: ["m.json": manifest]),
      try made(
        "hooks", passing, ["hooks", "install"], in: hooks, before: ["pre-push": Array("#!/bin/sh\nexit 0\n".utf8)]),
    ]
  }

  func reset() throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: place) { try manager.removeItem(atPath: place) }
    try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
    for (name, bytes) in before { try Data(bytes).write(to: URL(fileURLWithPath: "\(place)/\(name)")) }
  }

  /// What is there, hidden files included.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place) {
      files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(place)/\(name)")))
    }
    return files
  }
}
