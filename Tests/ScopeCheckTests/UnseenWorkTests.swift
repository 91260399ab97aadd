import InMemoryRepository
import ReleaseScope
import Testing

/// What the base did with work of the release that it had by an earlier merge, where the files of a commit are not
/// here.
struct UnseenWorkTests {
  enum Unseen: CaseIterable { case nothing, work, revert }

  /// The base took the work back by a commit that only its files tie to it. Where that one cannot be read, the work is
  /// told by what is left of it.
  @Test(arguments: [(Unseen.nothing, Verdict.fail), (.work, .incomplete), (.revert, .fail)])
  func `does not pass when it cannot be seen what the base took back of a merged release`(
    unseen: Unseen, verdict: Verdict
  ) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "new"], on: [start])
    let merge = history.commit("Merge branch 'release/2.4.0'\n", ["cart": "new"], on: [start, work])
    let revert = history.commit("Revert \"Last week\"\n", ["cart": "old"], on: [merge])
    history.repository.unreadable = Self.commits(unseen, work, revert)
    let report = try history.report(planned: ["SHOP-1"], base: revert, release: work)
    #expect(report.verdict == verdict)
    #expect(report.incomplete.map(\.reason) == (unseen == .nothing ? [] : [.missingObject]))
  }

  /// The same with a release that goes on after the merge. Where the work can be read, the base's files say that it is
  /// gone.
  @Test(arguments: [(Unseen.nothing, Verdict.fail), (.work, .incomplete), (.revert, .fail)])
  func `does not pass when it cannot be seen whether the base still has what an earlier merge brought`(
    unseen: Unseen, verdict: Verdict
  ) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "new"], on: [start])
    let merge = history.commit("Merge branch 'release/2.4.0'\n", ["cart": "new"], on: [start, work])
    let revert = history.commit("Revert \"Last week\"\n", ["cart": "old"], on: [merge])
    let release = history.commit("SHOP-2 Search\n", ["cart": "new", "search": "new"], on: [work])
    history.repository.unreadable = Self.commits(unseen, work, revert)
    let report = try history.report(planned: ["SHOP-1", "SHOP-2"], base: revert, release: release)
    #expect(report.verdict == verdict)
  }

  private static func commits(_ unseen: Unseen, _ work: ObjectID, _ revert: ObjectID) -> Set<ObjectID> {
    switch unseen {
    case .nothing: []
    case .work: [work]
    case .revert: [revert]
    }
  }
}
