import ReleaseScope
import Testing

@testable import HookInstallation

/// Which scripts are seen to call relscope, and which may or may not.
struct HookScriptTests {
  private static let known = [
    #"relscope hook pre-push "$@""#, "#!/bin/sh\n# ours\nexec relscope hook pre-push \"$@\"\n",
    "#!/bin/sh\nset -e\nexport PATH=/opt/bin\nrelscope hook pre-push \"$@\"\nnpm test\n",
    "relscope hook pre-push \"$@\" || exit 1\nnpm test\n", "/usr/local/bin/relscope hook pre-push \"$@\"\n",
  ]
  private static let unknown = [
    "exit 0\nrelscope hook pre-push \"$@\"\n", "relscope hook pre-push \"$@\" || true\n",
    "relscope hook pre-push \"$@\"; exit 0\n", "if false; then\nrelscope hook pre-push \"$@\"\nfi\n",
    "echo the gate: relscope hook pre-push\n", "relscope hook pre-push-dry \"$@\"\n",
    "relscope hook commit-msg \"$@\"\n",
    "npm test\nrelscope hook pre-push \"$@\"\n", "relscope hook pre-push \"$@\"\nnpm test\n",
    "relscope hook pre-push \"$@\" &\n", "relscope hook pre-push\n", "f() {\nrelscope hook pre-push \"$@\"\n}\n",
    "relscope hook pre-push \"$@\" </dev/null\n", "cat <<END\nrelscope hook pre-push \"$@\"\nEND\n",
    "relscope hook pre-push \"$@\"\r\n",
  ]

  @Test(arguments: known)
  func `is known to call it`(text: String) {
    #expect(HookScript(Array(text.utf8)).handover(of: .prePush) == .known)
  }

  @Test(arguments: unknown)
  func `is not known to call it`(text: String) {
    guard case .unknown = HookScript(Array(text.utf8)).handover(of: .prePush) else {
      Issue.record("\(text)")
      return
    }
  }

  @Test(arguments: ["", "npm test\n", "# relscope hook pre-push\nnpm test\n"])
  func `does not call it`(text: String) {
    guard case .none = HookScript(Array(text.utf8)).handover(of: .prePush) else {
      Issue.record("\(text)")
      return
    }
  }
}
