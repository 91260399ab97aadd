import ReleaseScope
import Testing

@testable import HookInstallation

/// The configurations of hook managers, each read as the manager reads it.
struct ManagerTests {
  enum Answer: Sendable { case calls, mayCall, no }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let manager: HookManager
    var hook = HookName.prePush
    let files: [String: String]
    let answer: Answer
  }

  private static func preCommit(_ name: String, _ hooks: String, hook: HookName = .prePush, _ answer: Answer) -> Case {
    Case(
      testDescription: "pre-commit: \(name)", manager: .preCommit, hook: hook,
      files: [".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - {\(hooks)}\n"], answer: answer)
  }

  private static let usual = "id: r, name: r, language: system, entry: relscope hook pre-push"

  private static let preCommits = [
    preCommit("as advised", "\(usual), stages: [pre-push], always_run: true, pass_filenames: false", .calls),
    preCommit("an old name of the stage", "\(usual), stages: [push], always_run: true", .calls),
    preCommit("every stage", "\(usual), always_run: true", .calls),
    preCommit("another stage", "\(usual), stages: [pre-commit], always_run: true", .no),
    preCommit("the manual stage", "\(usual), stages: [manual], always_run: true", .no),
    preCommit("only when a file differs", "\(usual), stages: [pre-push]", .no),
    preCommit(
      "another language", "id: r, language: docker_image, entry: relscope hook pre-push, always_run: true", .mayCall),
    preCommit("another entry", "id: r, language: system, entry: echo relscope hook pre-push, always_run: true", .no),
    preCommit(
      "with its result dropped", "id: r, language: system, entry: 'relscope hook pre-push || true', always_run: true",
      .no),
    preCommit(
      "a message", "id: r, language: system, entry: relscope hook commit-msg, stages: [commit-msg]", hook: .commitMsg,
      .calls),
    preCommit(
      "a message that it does not get",
      "id: r, language: system, entry: relscope hook commit-msg, pass_filenames: false", hook: .commitMsg, .no),
    Case(
      testDescription: "pre-commit: our own repository", manager: .preCommit,
      files: [
        ".pre-commit-config.yaml": "repos:\n- {repo: 'https://x/relscope', rev: v1, hooks: [{id: relscope-pre-push}]}\n"
      ],
      answer: .calls),
    Case(
      testDescription: "pre-commit: our own repository, at another stage", manager: .preCommit,
      files: [
        ".pre-commit-config.yaml":
          "repos:\n- {repo: 'https://x/relscope', rev: v1, hooks: [{id: relscope-pre-push, stages: [manual]}]}\n"
      ], answer: .no),
    Case(
      testDescription: "pre-commit: in a comment", manager: .preCommit,
      files: [".pre-commit-config.yaml": "# relscope hook pre-push\nrepos: []\n"], answer: .no),
    Case(
      testDescription: "pre-commit: no YAML", manager: .preCommit,
      files: [".pre-commit-config.yaml": "repos: [\n"], answer: .mayCall),
    Case(testDescription: "pre-commit: no file", manager: .preCommit, files: [:], answer: .no),
  ]

  private static func lefthook(
    _ name: String, _ configuration: String, script: String? = "exec relscope hook pre-push \"$@\"\n",
    hook: HookName = .prePush, _ answer: Answer
  ) -> Case {
    var files = ["lefthook.yml": configuration]
    files[".lefthook/pre-push/r"] = script
    return Case(testDescription: "lefthook: \(name)", manager: .lefthook, hook: hook, files: files, answer: answer)
  }

  private static let lefthooks = [
    lefthook("as advised", "pre-push: {scripts: {r: {runner: sh, use_stdin: true}}}\n", .calls),
    lefthook("as a job", "pre-push: {jobs: [{script: r, runner: sh, use_stdin: true}]}\n", .calls),
    lefthook("switched off", "pre-push: {skip: true, scripts: {r: {runner: sh, use_stdin: true}}}\n", .no),
    lefthook("its script switched off", "pre-push: {scripts: {r: {runner: sh, use_stdin: true, skip: true}}}\n", .no),
    lefthook(
      "by a condition", "pre-push: {scripts: {r: {runner: sh, use_stdin: true, only: [{ref: main}]}}}\n", .mayCall),
    lefthook("without the input", "pre-push: {scripts: {r: {runner: sh}}}\n", .no),
    lefthook("without the script", "pre-push: {scripts: {r: {runner: sh, use_stdin: true}}}\n", script: nil, .no),
    lefthook(
      "a script that drops the result", "pre-push: {scripts: {r: {runner: sh, use_stdin: true}}}\n",
      script: "relscope hook pre-push \"$@\" || true\n", .mayCall),
    lefthook("a command", "pre-push: {commands: {r: {run: 'relscope hook pre-push {1} {2}'}}}\n", .no),
    lefthook(
      "a command for the message", "commit-msg: {commands: {r: {run: 'relscope hook commit-msg {1}'}}}\n",
      hook: .commitMsg, .calls),
    lefthook("another hook", "pre-commit: {scripts: {r: {runner: sh, use_stdin: true}}}\n", .no),
    lefthook("in another file", "extends: [more.yml]\n", .mayCall),
  ]

  private static let others = [
    Case(
      testDescription: "husky: as advised", manager: .husky,
      files: [".husky/pre-push": "relscope hook pre-push \"$@\"\n"],
      answer: .calls),
    Case(
      testDescription: "husky: before other commands", manager: .husky,
      files: [".husky/pre-push": "relscope hook pre-push \"$@\"\nnpm test\n"], answer: .calls),
    Case(
      testDescription: "husky: in a comment", manager: .husky,
      files: [".husky/pre-push": "# relscope hook pre-push\nnpm test\n"], answer: .no),
    Case(
      testDescription: "husky: after the end", manager: .husky,
      files: [".husky/pre-push": "exit 0\nrelscope hook pre-push \"$@\"\n"], answer: .mayCall),
    Case(
      testDescription: "overcommit: as advised", manager: .overcommit,
      files: [".overcommit.yml": "PrePush: {R: {enabled: true, command: ['relscope', 'hook', 'pre-push']}}\n"],
      answer: .calls),
    Case(
      testDescription: "overcommit: switched off", manager: .overcommit,
      files: [".overcommit.yml": "PrePush: {R: {enabled: false, command: ['relscope', 'hook', 'pre-push']}}\n"],
      answer: .no),
    Case(
      testDescription: "overcommit: a failure is a warning", manager: .overcommit,
      files: [
        ".overcommit.yml": "PrePush: {R: {enabled: true, on_fail: warn, command: ['relscope', 'hook', 'pre-push']}}\n"
      ], answer: .mayCall),
    Case(
      testDescription: "overcommit: another hook", manager: .overcommit,
      files: [".overcommit.yml": "PreCommit: {R: {enabled: true, command: ['relscope', 'hook', 'pre-push']}}\n"],
      answer: .no),
  ]

  private static let cases = preCommits + lefthooks + others

  @Test(arguments: HookManager.allCases)
  func `knows a configuration of each manager that hands on, and one that does not`(manager: HookManager) {
    let answers = Self.cases.filter { $0.manager == manager }.map(\.answer)
    #expect(answers.contains(.calls))
    #expect(answers.contains { $0 != .calls })
  }

  @Test(arguments: cases)
  func `says whether it hands on`(_ given: Case) {
    let files = ManagerFiles(hook: [], read: { given.files[$0].map { Array($0.utf8) } }, huskyFolder: ".husky")
    let handover = given.manager.handover(of: given.hook, files)
    let answer: Answer =
      switch handover {
      case .known: .calls
      case .unknown: .mayCall
      case .none: .no
      }
    #expect(answer == given.answer, "\(handover)")
  }
}
