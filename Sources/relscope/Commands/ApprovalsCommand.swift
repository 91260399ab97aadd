import Approvals
import ArgumentParser
import Console
import Git
import ReleaseScope
import Reports
import ScopeCheck

struct ApprovalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approvals",
    abstract: "Shows who approved the release, for which head, and whether it holds.",
    discussion: """
      Example: relscope approvals release/2.4.0
               relscope approvals --explain
               relscope approvals --audit v2.4.0

      Exits with 1 when a role that the policy asks for lacks an approval that
      holds. With --explain, it prints the commands by which ssh-keygen verifies
      each. With --audit, a merged release is judged by the base, the signers and
      the day of its merge.
      """)

  @Argument(help: ArgumentHelp("The release branch, or any revision (default: HEAD).", valueName: "release"))
  var branch: String?

  @Flag(help: "Print the commands that verify each approval with ssh-keygen.")
  var explain = false

  @Option(help: ArgumentHelp("A release that was merged, judged as of its merge.", valueName: "tag"))
  var audit: String?

  @OptionGroup var options: CheckOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      var request = try options.request(in: repository)
      let named = [branch, audit, request.release].compactMap(\.self)
      guard named.count < 2 else {
        throw Problem(.usage, "the release is named twice", help: "name it once")
      }
      request.release = named.first
      var check = ScopeCheck(repository, request)
      if audit != nil { check = try check.atMerge() }
      let report = try evidence.adding(to: check.run())
      var text = ""
      let terminal = Terminal.detected(colour: color, toFile: false)
      let renderer = ApprovalsRenderer(
        width: terminal.width, colour: terminal.colour, unicode: terminal.unicode)
      renderer.render(report, to: &text)
      if explain { text += Self.proof(of: report) }
      try Output.standardOutput.write(text)
      let isLacking = report.findings.contains { $0.rule == .approvalMissing || $0.rule == .approvalVoid }
      if report.incomplete.contains(where: { $0.reason == .unreadApprovals }) { return .incomplete }
      return isLacking ? .fail : .pass
    }
  }

  /// What a shell does to verify the approvals without relscope: nothing of theirs is in it.
  private static func proof(of report: ScopeReport) -> String {
    guard let base = report.range.base.id else { return "" }
    let heads = report.approvals.compactMap(\.head).reduce(into: [ObjectID]()) { heads, head in
      if !heads.contains(head) { heads.append(head) }
    }
    func member(_ name: String) -> String { "sed 's/.*\"\(name)\":\"\\([^\"]*\\).*/\\1/'" }
    let blocks = heads.map { head in
      """

      git show \(base.abbreviated):\(AllowedSigners.path) > signers
      git notes --ref=relscope-approvals show \(head.abbreviated) | grep sshsig | while read -r line; do
        echo "$line" | \(member("payload")) | base64 -d > payload
        (echo '-----BEGIN SSH SIGNATURE-----'
         echo "$line" | \(member("sshsig"))
         echo '-----END SSH SIGNATURE-----') > payload.sig
        ssh-keygen -Y verify -f signers -I "$(\(member("approver")) payload)" \
          -n \(SSHSignature.namespace) -s payload.sig < payload
      done

      """
    }
    return blocks.joined()
  }
}
