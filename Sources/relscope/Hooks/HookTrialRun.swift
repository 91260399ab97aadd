import Console
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports

/// Runs hooks with a probe, to see whether they hand on to relscope.
struct HookTrialRun {
  let folder: HookFolder
  let repository: Repository

  /// Tries what is not relscope's own, and could not be read to call it.
  func tried(_ state: HookState) throws -> HookState {
    guard case .foreign(let manager, let handover) = state.condition, handover != .known, state.isExecutable else {
      return state
    }
    var state = state
    state.condition = .foreign(
      manager: manager,
      try HookTrial(state.name, stopped: run(state.name, .stop), passed: run(state.name, .pass)).handover)
    return state
  }

  private func run(_ hook: HookName, _ ending: HookProbe.Ending) throws -> HookTrial.Run {
    let name = Self.randomName()
    guard let file = HookProbe.path(named: name) else { throw Problem(.internal, "cannot name a probe") }
    let path = repository.commonDirectory + file
    let message = path + "-message"
    File.makeFolder(repository.commonDirectory + "relscope")
    try Output.file(path).write(bytes: Array("\(ending.rawValue)\n".utf8))
    try Output.file(message).write(bytes: Array("A trial of this hook\n".utf8))
    defer {
      File.remove(path)
      File.remove(message)
    }
    let tip =
      try repository.commit(ofReference: .branch(folder.base))
      ?? (try? repository.resolve("HEAD", as: "checked-out commit"))
    guard let tip else {
      throw Problem(.missing, "there is no commit to try a hook with", help: "make a first commit, and try again")
    }
    let probe = HookProbe(hook, base: folder.base, tip: tip, message: message)
    var environment = Environment.all
    environment[HookProbe.variable] = name
    environment.removeValue(forKey: "RELSCOPE_SKIP")
    let answer = ChildProcess.run(
      folder.path(of: hook), probe.arguments, input: probe.input, environment: environment,
      folder: repository.workTree ?? repository.directory)
    let question = (try? File.contents(of: path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return HookTrial.Run(status: answer?.status ?? 127, answer: HookProbe.Answer(in: question))
  }

  private static func randomName() -> String {
    (0..<4).map { _ in
      let digits = String(UInt32.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
