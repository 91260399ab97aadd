import Approvals
import Console
import Documents
import Gate
import Git
import ReleaseScope
import ScopeCheck

extension DoctorVisit {
  func lookAtDocuments() throws -> [Diagnosis] {
    if let problem = gate.problem {
      return [Diagnosis(part: "policy", problem)]
    }
    guard let base = gate.base else { return [] }
    let path = CheckRequest.policyPath
    guard try repository.file(path, in: base.id) != nil else {
      guard try repository.workTreeFile(path) != nil else {
        return [.wrong("policy", "there is no \(path): the defaults hold", "run: relscope init")]
      }
      return [
        .wrong(
          "policy", "\(path) is in the work tree and not on '\(base.name)', where a gate reads it",
          "commit it on '\(gate.baseBranch)'; until then: relscope check --trust worktree")
      ]
    }
    return [.good("policy", "\(path) is on '\(base.name)'")] + (try lookAtManifest(on: base))
  }

  private func lookAtManifest(on base: NamedCommit) throws -> [Diagnosis] {
    let patterns = gate.policy.releaseBranches.map(\.text).joined(separator: ", ")
    guard let template = gate.policy.manifest else {
      return [
        .wrong("manifest", "the policy does not say where manifests are", "add: manifest: releases/{version}.json")
      ]
    }
    let branches = try repository.branches().map(\.name).filter { try gate.isRelease($0) }
    guard !branches.isEmpty else {
      return [
        .open("manifest", "no branch here is a release branch (\(patterns))", "see release-branches: in the policy")
      ]
    }
    var found: [Diagnosis] = []
    var seen: Set<VersionName> = []
    for branch in branches {
      let short = try gate.shortName(branch)
      guard let name = gate.policy.releaseBranches.lazy.compactMap({ $0.version(in: short) }).first,
        let version = try? VersionName(parsing: name), seen.insert(version).inserted
      else { continue }
      let path = template.filled(with: version)
      let trusted = try repository.file(path, in: base.id)?.bytes
      if let trusted {
        found.append(try diagnosis(of: trusted, path, version, on: base))
      } else if try repository.workTreeFile(path) != nil {
        found.append(
          .wrong(
            "manifest", "\(path), of '\(branch)', is in the work tree and not on '\(base.name)'",
            "commit it on '\(gate.baseBranch)'"))
      } else {
        found.append(
          .open(
            "manifest", "'\(branch)' has no \(path) on '\(base.name)'",
            "run: relscope manifest fetch --version \(ShellWord.quoted(version.text))"))
      }
    }
    return found
  }

  /// The branches here that are release branches by name, local ones and those of remotes.
  func releaseBranches() throws -> [NamedRef] { try repository.branches().filter { try gate.isRelease($0.name) } }

  /// The policy's baseline of each release branch: it has to be on the base, of that version, and to be read.
  func lookAtBaselines() throws -> [Diagnosis] {
    guard gate.problem == nil, let base = gate.base, let template = gate.policy.baseline else { return [] }
    var found: [Diagnosis] = []
    var seen: Set<String> = []
    for branch in try releaseBranches() {
      let short = try gate.shortName(branch.name)
      guard let text = gate.policy.releaseBranches.lazy.compactMap({ $0.version(in: short) }).first,
        case let version = try VersionName(parsing: text), case let path = template.filled(with: version),
        seen.insert(path).inserted
      else { continue }
      guard let bytes = try repository.file(path, in: base.id)?.bytes else {
        guard try repository.workTreeFile(path) != nil else { continue }
        found.append(
          .wrong(
            "baseline", "\(path) is in the work tree and not on '\(base.name)', where a check reads it",
            "commit it on '\(gate.baseBranch)'"))
        continue
      }
      found.append(diagnosis(ofBaseline: bytes, path, version, on: base, isForAll: template.isFixed))
    }
    return found
  }

  private func diagnosis(
    ofBaseline bytes: [UInt8], _ path: String, _ version: VersionName, on base: NamedCommit, isForAll: Bool
  ) -> Diagnosis {
    do {
      let baseline = try BaselineFile(parsing: bytes, name: path).baseline
      guard isForAll || baseline.version == version else {
        return .wrong(
          "baseline", "\(path) is of version '\(baseline.version)'",
          "run: relscope check --version \(ShellWord.quoted(version.text)) --write-baseline --reason '...'")
      }
      return .good("baseline", "\(path) is on '\(base.name)', and accepts \(quantity(baseline.entries.count, "error"))")
    } catch {
      return Diagnosis(part: "baseline", error)
    }
  }

  private func diagnosis(
    of bytes: [UInt8], _ path: String, _ version: VersionName, on base: NamedCommit
  ) throws -> Diagnosis {
    do {
      let file = try ManifestFile(parsing: bytes, name: path, version: version)
      if case .broken = file.seal {
        return .wrong(
          "manifest", "\(path) was changed after it was sealed",
          "run: relscope manifest fetch --version \(ShellWord.quoted(version.text))")
      }
      return .good("manifest", "\(path) is on '\(base.name)', \(quantity(file.manifest.tickets.count, "ticket"))")
    } catch {
      return Diagnosis(part: "manifest", error)
    }
  }

  /// Whose keys count, where the policy asks for approvals.
  func lookAtSigners() throws -> [Diagnosis] {
    guard let base = gate.base, !gate.policy.approvals.required.isEmpty else { return [] }
    let path = AllowedSigners.path
    guard let file = try repository.file(path, in: base.id) else {
      return [
        .wrong(
          "signers", "the policy asks for approvals, and '\(base.name)' has no \(path)", "see: relscope approve --help")
      ]
    }
    do {
      _ = try AllowedSigners(parsing: file.bytes)
      return [.good("signers", "\(path) is on '\(base.name)'")]
    } catch {
      return [Diagnosis(part: "signers", error)]
    }
  }
}
