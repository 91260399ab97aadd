import Console
import Git
import Hooks
import Platform
import ReleaseScope
import Reports
import ScopeCheck

/// One run of a hook: what is about to happen, and whether it may.
struct HookRun {
  let hook: HookName
  let arguments: [String]
  let repository: Repository
  let gate: ReleaseGate<Repository>

  init(_ hook: HookName, _ arguments: [String], _ repository: Repository) throws {
    self.hook = hook
    self.arguments = arguments
    self.repository = repository
    gate = try ReleaseGate(
      repository, now: .now, believesHead: !hook.isOnServer)
    if let seconds = gate.policy.hooks.timeBudget[hook.rawValue] { TimeBudget.start(seconds) }
  }

  /// Looks at everything, even after something was found that blocks.
  func status() throws -> ExitStatus {
    switch hook {
    case .prePush: try prePush()
    case .preMergeCommit: try preMergeCommit()
    case .preCommit: try preCommit()
    case .commitMsg: try commitMsg()
    case .referenceTransaction: try referenceTransaction()
    case .preReceive: try judge(received: RefUpdate.parse(File.contents(of: "-")))
    case .update: try update()
    }
  }

  private func preMergeCommit() throws -> ExitStatus {
    guard let target = try targetOfMerge() else { return .pass }
    let named = Environment.all.filter { $0.key.hasPrefix("GITHEAD_") }
    let heads =
      try named.compactMap { name, branch in
        ObjectID(String(name.dropFirst("GITHEAD_".count))).map { ($0, branch) }
      } + mergeHeads().map { ($0, "") }
    var seen: Set<ObjectID> = []
    return try worst(
      heads.filter { seen.insert($0.0).inserted }.map { id, branch in
        try judgeIncoming(id, named: branch, onto: target)
      })
  }

  /// A merge that ends in a commit of its own: after conflicts, or with `--squash`.
  private func preCommit() throws -> ExitStatus {
    guard let target = try targetOfMerge() else { return .pass }
    let subject = try contents("MERGE_MSG").map { String(decoding: $0.prefix { $0 != 10 }, as: UTF8.self) } ?? ""
    let squashed = try contents("SQUASH_MSG").flatMap(Self.newestOfSquash)
    return try worst(
      (mergeHeads() + [squashed].compactMap(\.self)).map { id in
        try judgeIncoming(id, named: gate.releaseBranch(in: subject) ?? "", onto: target)
      })
  }

  /// The base, if it is checked out.
  private func targetOfMerge() throws -> NamedCommit? {
    guard let branch = try repository.currentBranch(), branch == gate.baseBranch else { return nil }
    return NamedCommit(name: branch, id: try repository.resolve("HEAD", as: "base"))
  }

  private func mergeHeads() throws -> [ObjectID] {
    try contents("MERGE_HEAD")?.split(separator: 10).compactMap { ObjectID(hexadecimal: $0) } ?? []
  }

  private static func newestOfSquash(_ message: [UInt8]) -> ObjectID? {
    message.split(separator: 10).lazy.filter { $0.starts(with: "commit ".utf8) }
      .compactMap { ObjectID(hexadecimal: $0.dropFirst("commit ".utf8.count)) }.first
  }

  private func contents(_ name: String) throws -> [UInt8]? {
    let path = repository.directory + name
    return File.exists(path) ? try File.contents(of: path) : nil
  }

  private func judgeIncoming(_ id: ObjectID, named branch: String, onto target: NamedCommit) throws -> ExitStatus {
    if try gate.isPublished(id) { return .pass }
    if try !branch.isEmpty && gate.isRelease(branch) {
      return try judge(MovingRelease(name: try gate.shortName(branch), id: id), onto: target, .merge)
    }
    if let release = try gate.release(at: id) ?? fetched(id) { return try judge(release, onto: target, .merge) }
    return try judgeLocalMove(to: id, from: target.id)
  }

  /// The release branch by which a commit was fetched from an address that is no remote: only `FETCH_HEAD` knows.
  func fetched(_ id: ObjectID) throws -> MovingRelease? {
    let lines = try contents("FETCH_HEAD")?.split(separator: 10) ?? []
    for line in lines where line.starts(with: "\(id)".utf8) {
      if let name = gate.releaseBranch(in: String(decoding: line, as: UTF8.self)) {
        return MovingRelease(name: name, id: id)
      }
    }
    return nil
  }

  private func referenceTransaction() throws -> ExitStatus {
    guard arguments.first == "prepared" else { return .pass }
    let updates = try RefUpdate.parse(File.contents(of: "-"))
    return try worst(
      updates.map { update in
        guard update.name == "refs/heads/\(gate.baseBranch)", let new = update.new else { return .pass }
        // A base that is made anew, as after `git branch -D`, replaces the one that the remote has.
        let replaced = try update.old ?? repository.commit(ofReference: update.name) ?? gate.publishedBase()?.id
        guard let old = replaced, old != new, try !gate.isPublished(new) else { return .pass }
        if let squashed = try squashed(by: new, onto: old) {
          return try judgeIncoming(squashed, named: "", onto: NamedCommit(name: gate.baseBranch, id: old))
        }
        return try judgeLocalMove(to: new, from: old)
      })
  }

  /// The newest commit that a squash merge which is being committed takes in.
  private func squashed(by new: ObjectID, onto old: ObjectID) throws -> ObjectID? {
    guard try repository.commit(new)?.parents == [old] else { return nil }
    return try contents("SQUASH_MSG").flatMap(Self.newestOfSquash)
  }
}
