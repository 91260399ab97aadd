import Approvals
import ReleaseScope

/// What approvals ask of a history, looked up when they do.
final class CheckedFacts<Repository: ReleaseRepository>: ReleaseFacts {
  private let reading: ApprovalReading<Repository>
  private var repository: Repository { reading.repository }
  private var scopes: [ObjectID: String?] = [:]
  private lazy var mailmap = Mailmap((try? repository.file(Mailmap.path, in: reading.subject.base.id)?.bytes) ?? [])
  private var workers: (authors: [Mailbox: ObjectID], committers: [Mailbox: ObjectID])?

  init(reading: ApprovalReading<Repository>) {
    self.reading = reading
  }

  func scope(ofHead head: ObjectID) throws -> String? {
    if head == reading.head { return reading.scope }
    if let known = scopes[head] { return known }
    let scope = try otherScope(head)
    scopes[head] = .some(scope)
    return scope
  }

  /// Checks another head as it would be checked if it were the release's.
  private func otherScope(_ head: ObjectID) throws -> String? {
    guard try repository.commit(head) != nil else { return nil }
    var request = reading.request
    request.releaseCommit = NamedCommit(name: reading.subject.release.name, id: head)
    request.baseCommit = NamedCommit(name: reading.subject.base.name, id: reading.base)
    request.version = reading.subject.version
    request.merge = nil
    return try ScopeCheck(repository, request).approvable()?.scope
  }

  func baseMove(since payload: ApprovalPayload) throws -> BaseMove {
    guard try repository.commit(payload.base) != nil else { return .unknown }
    let moved = Set(try repository.changedPaths(from: payload.base, to: reading.base))
    for base in reading.sides.range.mergeBases {
      let changed = try repository.changedPaths(from: base.tree, to: payload.tree)
      if changed.contains(where: moved.contains) { return .colliding }
    }
    return .apart
  }

  func commit(by person: Mailbox, countsCommitters: Bool) throws -> ObjectID? {
    let workers = try workers ?? readWorkers()
    self.workers = workers
    return workers.authors[person] ?? (countsCommitters ? workers.committers[person] : nil)
  }

  func person(_ address: String) -> Mailbox { mailmap.person(address) }

  /// Everybody who wrote or is named as an author of a commit, and everybody who committed one. A merge is nobody's
  /// work unless it changes something itself.
  private func readWorkers() throws -> (authors: [Mailbox: ObjectID], committers: [Mailbox: ObjectID]) {
    var authors: [Mailbox: ObjectID] = [:]
    var committers: [Mailbox: ObjectID] = [:]
    for commit in reading.sides.range.commits
    where !commit.isMerge || reading.facts.range.mergeChanges[commit.id] != nil {
      let message = try repository.commit(commit.id)?.message ?? []
      for address in [commit.author.email] + CoAuthors.addresses(in: message) {
        note(commit.id, address, in: &authors)
      }
      note(commit.id, commit.committer.email, in: &committers)
    }
    return (authors, committers)
  }

  private func note(_ commit: ObjectID, _ address: String, in people: inout [Mailbox: ObjectID]) {
    for person in [Mailbox(address), mailmap.person(address)] where people[person] == nil { people[person] = commit }
  }
}
