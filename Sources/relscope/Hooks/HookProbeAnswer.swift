import Console
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports

/// The relscope behind a hook that is being tried: it answers the probe, and judges nothing.
enum HookProbeAnswer {
  /// - Returns: How to end; `nil` where nobody tries the hook.
  static func status(_ hook: HookName, _ arguments: [String], _ repository: Repository) throws -> ExitStatus? {
    guard let name = Environment.variable(HookProbe.variable), let file = HookProbe.path(named: name),
      case let path = repository.commonDirectory + file, File.exists(path)
    else { return nil }
    let question = String(decoding: try File.contents(ofRegular: path), as: UTF8.self)
    let ending = question.split(separator: "\n").first.flatMap { HookProbe.Ending(rawValue: String($0)) }
    var lines = hook.readsInput ? try File.contents(of: "-").count { $0 == 10 } : 0
    if lines == 0, Environment.variable("PRE_COMMIT_REMOTE_BRANCH") != nil { lines = 1 }
    let answer = HookProbe.Answer(hook: hook.rawValue, arguments: arguments.count, lines: lines)
    try Output.file(path).write(bytes: Array((question + answer.text).utf8))
    return ending == .pass ? .pass : .fail
  }
}
