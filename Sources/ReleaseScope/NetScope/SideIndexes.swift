/// Where the claims of one side look for what they name. Each is made when it is needed, and kept while the side is
/// resolved again with more answers.
struct SideIndexes: Sendable {
  private let commits: CommitList
  private(set) lazy var titles = TitleIndex(commits)
  private(set) lazy var requests = RequestIndex(
    commits, wanted: Set(commits.indices.flatMap { commits.reverts($0).flatMap(\.requests) }))
  private(set) lazy var copies = CopyIndex(commits)
  private(set) lazy var squashes = SquashIndex(commits)
  /// By ticket, the positions of its work, merges left out; by position.
  private(set) lazy var work = TicketWork(commits)

  init(_ commits: CommitList) { self.commits = commits }
}
