import ReleaseScope
import Testing

@testable import HookInstallation

/// What a trial of a hook shows.
struct HookTrialTests {
  typealias Run = HookTrial.Run

  private static let answer = HookProbe.Answer(hook: "pre-push", arguments: 2, lines: 1)

  @Test func `a hook that ends as relscope does hands on`() {
    let trial = HookTrial(
      .prePush, stopped: Run(status: 1, answer: Self.answer), passed: Run(status: 0, answer: Self.answer))
    #expect(trial.handover == .known)
  }

  @Test(
    arguments: [
      ("it does not call relscope", Run(status: 0, answer: nil), Run(status: 0, answer: nil)),
      ("it fails without relscope", Run(status: 1, answer: nil), Run(status: 1, answer: nil)),
      ("it drops the result", Run(status: 0, answer: answer), Run(status: 0, answer: answer)),
      (
        "it calls another hook", Run(status: 1, answer: HookProbe.Answer(hook: "commit-msg", arguments: 2, lines: 1)),
        Run(status: 0, answer: nil)
      ),
      (
        "it keeps the input", Run(status: 1, answer: HookProbe.Answer(hook: "pre-push", arguments: 2, lines: 0)),
        Run(status: 0, answer: answer)
      ),
      ("it fails by itself", Run(status: 1, answer: answer), Run(status: 1, answer: answer)),
    ])
  func `any other is not known to`(name: String, stopped: Run, passed: Run) {
    let handover = HookTrial(.prePush, stopped: stopped, passed: passed).handover
    #expect(handover != .known, "\(name)")
  }

  @Test func `an answer is read from the question's file, the last of several`() {
    let text = "stop\nanswer pre-push 0 0\n" + Self.answer.text
    #expect(HookProbe.Answer(in: text) == Self.answer)
    #expect(HookProbe.Answer(in: "stop\n") == nil)
    #expect(HookProbe.Answer(in: "answer pre-push many 0\n") == nil)
  }

  @Test(arguments: ["", "x", "../../../etc/passwd", "0123456789abcdef0123456789abcde/"])
  func `no other name leads to a file`(name: String) {
    #expect(HookProbe.path(named: name) == nil)
  }
}
