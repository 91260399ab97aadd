import Approvals
import ReleaseScope
import ScopeCheck

/// Who approves, and as what: what the base's signers file and policy say of a key.
struct Approver {
  let name: String
  let role: String
  let fingerprint: String

  /// - Parameter role: `nil` for the only one that the key may fill.
  /// - Throws: ``Problem`` that says what has to be added to the base.
  init(of draft: ApprovalDraft, _ key: SigningKey, role: String?, _ git: RepositoryGit) throws {
    let policy = draft.policy
    guard !policy.required.isEmpty else {
      throw Problem(
        .badConfiguration, "the policy on '\(draft.report.range.base.name)' asks for no approvals",
        help:
          "add to .relscope.yml on the base: approvals: {required: [tech-lead], roles: {tech-lead: [lead@example.com]}}"
      )
    }
    if let role, policy.roles[role] == nil {
      let known = policy.roles.keys.sorted().joined(separator: ", ")
      throw Problem(.usage, "the policy has no role '\(role)'", help: "it has: \(known)")
    }
    fingerprint = key.fingerprint
    let signers = draft.signers
    let roles = role.map { [$0] } ?? policy.required
    let found = roles.flatMap { role in
      (signers?.principals(of: key, among: policy.roles[role] ?? [], at: draft.subject.now) ?? []).map { (role, $0) }
    }
    let mine = git.configuration("user.email").map(Mailbox.init)
    let preferred = found.filter { Mailbox($0.1) == mine }
    let chosen = preferred.isEmpty ? found : preferred
    guard let first = chosen.first else {
      let people = roles.flatMap { policy.roles[$0] ?? [] }
      let name = people.first { Mailbox($0) == mine } ?? people.first ?? "lead@example.com"
      throw Problem(
        .badConfiguration,
        "the key \(key.fingerprint) is nobody's who may approve as \(roles.joined(separator: " or "))",
        help: "add to \(AllowedSigners.path) on the base: \(name) namespaces=\"\(SSHSignature.namespace)\" \(key.text)")
    }
    guard Set(chosen.map(\.0)).count == 1 else {
      throw Problem(
        .usage, "the key may approve in several roles", help: "name one: --role \(ShellWord.quoted(first.0))")
    }
    (self.role, name) = first
  }
}
