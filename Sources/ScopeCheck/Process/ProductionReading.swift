import ReleaseProcess
import ReleaseScope

/// Reads what git says of production.
struct ProductionReading<Repository: ReleaseRepository> {
  let repository: Repository
  let base: NamedCommit

  /// - Parameter merge: The release's newest merge.
  func fact(_ sign: ProductionSign?, _ version: VersionName, merge: ObjectID?) throws -> ProductionFact {
    switch sign {
    case nil: return .notNamed
    case .environment(let name): return .environment(name)
    case .tag(let template):
      let name = template.filled(with: version)
      let reference = RefName.tag(name)
      guard let id = try repository.commit(ofReference: reference) else { return .absent("tag \(name)") }
      // A lightweight tag has no time of its own: its commit's says nothing of when it was set.
      let tagged = try repository.tagger(ofReference: reference)
      return .reached(try reached("tag \(name)", id, tagged, merge))
    case .branch(let name):
      let remotes = try repository.remoteNames().map { RefName.tracking(name, of: $0) }
      guard
        let id = try (remotes + [.branch(name)]).lazy.compactMap({ try repository.commit(ofReference: $0) })
          .first
      else { return .absent("branch \(name)") }
      let isOwn = try id != base.id && !repository.isAncestor(id, of: base.id)
      let made = isOwn ? try repository.commit(id)?.committer : nil
      var ref = try reached("branch \(name)", id, made, merge)
      // What is merged into the branch is a commit of its own, which the base need not have.
      ref.isOnBase = true
      return .reached(ref)
    }
  }

  private func reached(
    _ name: String, _ id: ObjectID, _ made: Signature?, _ merge: ObjectID?
  ) throws -> ProductionRef {
    ProductionRef(
      name: name, commit: id, time: made?.time, by: made?.name,
      isOnBase: try id == base.id || repository.isAncestor(id, of: base.id),
      hasMerge: try merge.map { try $0 == id || repository.isAncestor($0, of: id) })
  }
}
