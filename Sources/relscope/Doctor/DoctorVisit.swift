import Console
import Documents
import Gate
import Git
import Platform
import ReleaseScope
import ScopeCheck

/// Looks at one repository.
struct DoctorVisit {
  let repository: Repository
  let repo: String?
  let isJob: Bool
  let gate: ReleaseGate<Repository>

  init(_ repository: Repository, repo: String?, isJob: Bool) throws {
    self.repository = repository
    self.repo = repo
    self.isJob = isJob
    gate = try ReleaseGate(repository, now: .now, believesHead: !isJob)
  }

  // MARK: - Base

  func lookAtBase() throws -> [Diagnosis] {
    guard let base = gate.base else {
      let name = gate.baseBranch
      return [
        .wrong(
          "base", "'\(name)', into which releases merge, is not here",
          "run: git fetch origin \(ShellWord.quoted("+refs/heads/\(name):refs/remotes/origin/\(name)"))",
          "or name another one in the policy: base: trunk")
      ]
    }
    let name = gate.baseBranch
    guard let remote = try repository.trackedRemote(of: name),
      let here = try repository.commit(ofReference: .branch(name)),
      let there = try repository.commit(ofReference: .tracking(name, of: remote)), here != there
    else { return [.good("base", "'\(base.name)' (\(base.id.abbreviated))")] }
    let upstream = "'\(remote)/\(name)'"
    if try repository.isAncestor(here, of: there) {
      return [
        .wrong(
          "base", "'\(name)' is behind \(upstream), as far as was fetched: its policy and manifest may be old",
          try repository.currentBranch() == name
            ? "run: git pull --ff-only"
            : "run: git fetch \(ShellWord.quoted(remote)) \(ShellWord.quoted("\(name):\(name)"))")
      ]
    }
    let isAhead = try repository.isAncestor(there, of: here)
    return [
      .open(
        "base", isAhead ? "'\(name)' has commits that \(upstream) has not" : "'\(name)' and \(upstream) have parted",
        isAhead
          ? "run: git push \(ShellWord.quoted(remote)) \(ShellWord.quoted(name))"
          : "run: git log --oneline --left-right \(ShellWord.quoted("\(name)...\(remote)/\(name)"))")
    ]
  }
}
