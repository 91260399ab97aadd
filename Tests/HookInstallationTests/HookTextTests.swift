import ReleaseScope
import Testing

@testable import HookInstallation

struct HookTextTests {
  private static let programs = [nil, "/usr/bin/relscope", "/a b/it's $HOME/\"x\"/relscope"]

  @Test(arguments: HookName.allCases, [true, false])
  func `knows its own text again, and the program in it`(name: HookName, callsKept: Bool) {
    for program in Self.programs {
      let text = HookText(name: name, program: program, base: "main", callsKept: callsKept).text
      #expect(
        HookText.origin(of: Array(text.utf8), as: name)
          == .installed(program: program, base: name == .referenceTransaction ? "main" : nil))
      #expect(text.hasPrefix("#!/bin/sh\n# relscope hook: \(name.rawValue)\n# relscope text: "))
    }
  }

  @Test func `knows a text of an earlier version`() {
    let text = "#!/bin/sh\n# relscope hook: pre-push\nrelscope='/old/relscope'\nexec \"$relscope\" older words\n"
    #expect(HookText.origin(of: Array(text.utf8), as: .prePush) == .changed)
    let signed = HookText.signed(text, .prePush)
    #expect(HookText.origin(of: Array(signed.utf8), as: .prePush) == .installed(program: "/old/relscope", base: nil))
  }

  @Test func `tells a text that was changed from one of somebody else`() {
    let text = HookText(name: .prePush, program: nil, base: "main").text
    #expect(HookText.origin(of: Array((text + "echo mine\n").utf8), as: .prePush) == .changed)
    #expect(HookText.origin(of: Array(text.replacing("exec", with: "exit 0\nexec").utf8), as: .prePush) == .changed)
    #expect(HookText.origin(of: Array(text.utf8), as: .preCommit) == .foreign)
    #expect(HookText.origin(of: Array(HookSources.text(of: .prePush).utf8), as: .prePush) == .changed)
    #expect(HookText.origin(of: [], as: .prePush) == .foreign)
    #expect(HookText.origin(of: [0xFF, 0xFE, 0x00], as: .prePush) == .foreign)
    #expect(HookText.origin(of: Array("#!/bin/sh\necho relscope hook: pre-push\n".utf8), as: .prePush) == .foreign)
  }

  @Test func `is the text of hooks/ with the program and the base`() {
    let text = HookText(name: .referenceTransaction, program: "/p", base: "it's").text
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("# relscope text: ") }
    let source = HookSources.text(of: .referenceTransaction)
      .replacing("\nrelscope=relscope\n", with: "\nrelscope='/p'\n").replacing(
        "\nbase=main\n", with: #"\#nbase='it'\''s'\#n"#)
    #expect(lines == source.split(separator: "\n"))
  }
}
