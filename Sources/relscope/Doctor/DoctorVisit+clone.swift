import Console
import Documents
import Gate
import Git
import HookInstallation
import Platform
import ReleaseScope
import ScopeCheck

extension DoctorVisit {
  // MARK: - Hooks

  func lookAtHooks() throws -> [Diagnosis] {
    var options = HooksOptions()
    (options.repo, options.base) = (repo, nil)
    let folder = try options.folder(in: repository, isTolerant: true)
    let states = Dictionary(uniqueKeysWithValues: HookName.allCases.map { ($0, folder.state(of: $0)) })
    let routes = MergeRoute.all(isBare: repository.isBare, forcesMergeCommits: false)
    let gates = routes.map { ($0.title, $0.gate(states)) }
    func titles(_ isSuch: (MergeRoute.Gate) -> Bool) -> [String] { gates.filter { isSuch($0.1) }.map(\.0) }
    let broken = titles { if case .broken = $0 { true } else { false } }
    let unknown = titles { if case .unknown = $0 { true } else { false } }
    let open = titles { $0 == .open }
    var found: [Diagnosis] = []
    if !broken.isEmpty {
      found.append(
        .wrong(
          "hooks", "a hook is there and gates nothing: \(broken.joined(separator: "; "))", "run: relscope hooks status")
      )
    }
    if !unknown.isEmpty {
      found.append(
        .open("hooks", "nobody can tell of: \(unknown.joined(separator: "; "))", "run: relscope hooks status --try"))
    }
    if !open.isEmpty {
      found.append(
        .open(
          "hooks", "nothing gates here: \(open.joined(separator: "; "))",
          repository.isBare ? "run: relscope hooks install --server" : "run: relscope hooks install"))
    }
    return found.isEmpty ? [.good("hooks", "gate all \(routes.count) routes to '\(folder.base)'")] : found
  }

  // MARK: - CI

  func lookAtJob() throws -> [Diagnosis] {
    let job: CIEnvironment?
    do {
      job = try .ofJob
    } catch {
      return [Diagnosis(part: "job", error)]
    }
    guard let environment = job else {
      return [
        .wrong(
          "job", "no CI service that relscope knows runs this",
          "name what is checked: relscope check --base origin/main --release HEAD")
      ]
    }
    guard let head = try CICheck(repository, environment).otherHead() else {
      return [.good("job", environment.description)]
    }
    return [
      .open("job", "\(environment.description); HEAD is another commit (\(head.id.abbreviated)), and is not judged")
    ]
  }

  // MARK: - Notes

  /// Whether notes that people write reach this clone.
  func lookAtNotes() throws -> [Diagnosis] {
    var found: [Diagnosis] = []
    let git = RepositoryGit(in: repository)
    if !isJob, try repository.remoteNames().isEmpty {
      return [.good("notes", "there is no remote whose notes to fetch")]
    }
    for (notes, use) in [(SharedNotes.approvals, "approvals"), (.tickets, "tickets of commits")] {
      let isHere = try repository.references(to: notes).contains { try repository.commit(ofReference: $0) != nil }
      let isNeeded = notes.name == SharedNotes.approvals.name && !gate.policy.approvals.required.isEmpty
      let remotes = try repository.remoteNames().filter { remote in
        !git.configurationValues("remote.\(remote).fetch").contains(notes.refspec(from: remote))
      }
      let remote = remotes.first
      if isJob {
        guard !isHere else { continue }
        let text = "no notes with \(use) are here"
        found.append(
          isNeeded
            ? .wrong("notes", text, "run: \(notes.fetchCommand)") : .open("notes", text, "run: \(notes.fetchCommand)"))
      } else if let remote {
        let command =
          "git config --add \(ShellWord.quoted("remote.\(remote).fetch")) \(ShellWord.quoted(notes.refspec(from: remote)))"
        let text = "git fetch \(remote) does not bring the notes with \(use)"
        found.append(isNeeded ? .wrong("notes", text, "run: \(command)") : .open("notes", text, "run: \(command)"))
      }
    }
    return found.isEmpty ? [.good("notes", "with approvals, and with tickets of commits, are fetched")] : found
  }
}
