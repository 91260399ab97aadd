import Commits

/// Reads a long history by the regions of its pack, on several threads.
///
/// git packs commits in about the order in which a walk visits them. So when a walk reads a commit it is likely to read
/// the ones behind it too, and those can be read ahead by other threads. What was read in vain is left lying; when that
/// is most of it, nothing is read ahead any more.
final class CommitRegions {
  /// The length of a region as a power of two: some 900 commits.
  private static let shift = 18
  /// How many regions ahead of the walk are read at most.
  private static let reach = 8

  private enum State {
    case unread
    case reading(RegionJob)
    case read(CommitRegion)
    /// All of its commits were taken.
    case spent
  }

  /// A commit of a region.
  struct Found {
    /// The number of its columns among those that are kept.
    let columns: Int
    let row: Int
    let time: Int64
    let parents: ArraySlice<ObjectID>
  }

  private let pack: MappedPack
  private let reader: MessageReader
  private let starts: [Int?]
  private let size: Int
  /// Those besides the caller's.
  private let workers: [WorkerThread]
  private var states: [State]
  /// How many commits of a region were not taken yet.
  private var left: [Int]
  private var columns: [Int?]
  private var jobs: [RegionJob] = []
  private var read = 0
  private var taken = 0

  /// - Parameter threads: That of the caller included.
  /// - Returns: `nil` if there is none besides, or none can be made.
  init?(_ pack: MappedPack, _ reader: MessageReader, threads: Int) {
    self.pack = pack
    self.reader = reader
    workers = (1..<max(1, threads)).compactMap { _ in WorkerThread() }
    guard !workers.isEmpty else { return nil }
    size = pack.bytes.count
    starts = pack.index.firstOffsets(shift: Self.shift, size: size)
    states = Array(repeating: .unread, count: starts.count)
    left = Array(repeating: 0, count: starts.count)
    columns = Array(repeating: nil, count: starts.count)
  }

  /// Finds a commit that is in the pack.
  ///
  /// - Parameter kept: Gets the columns of the region.
  /// - Returns: `nil` if it has to be read alone.
  func take(_ id: ObjectID, for kept: KeptCommits) -> Found? {
    guard let offset = pack.index.offset(of: id), offset >= 0, offset < size else { return nil }
    let number = offset >> Self.shift
    guard let region = region(number), let row = region.row(at: offset), region.rows.id(row) == id else { return nil }
    taken += 1
    let columns = columns[number] ?? kept.add(region.rows.columns)
    self.columns[number] = columns
    left[number] -= 1
    if left[number] == 0 { states[number] = .spent }
    return Found(columns: columns, row: row, time: region.rows.time(row), parents: region.rows.parents(row))
  }

  private func region(_ number: Int) -> CommitRegion? {
    while true {
      switch states[number] {
      case .spent: return nil
      case .read(let region): return region
      case .unread:
        guard isWorthwhile, starts[number] != nil else { return nil }
        readAhead(of: number)
        finish(number, Self.read(pack, job(number), reader))
      case .reading(let job):
        readAhead(of: number)
        if !job.isDone, let next = next(after: number) {
          finish(next, Self.read(pack, self.job(next), reader))
        } else {
          finish(number, job.wait())
        }
      }
    }
  }

  /// Whether an eighth of what was read has been asked for.
  private var isWorthwhile: Bool { read < 1 << 14 || taken > read / 8 }

  private func finish(_ number: Int, _ region: CommitRegion) {
    states[number] = region.rows.count == 0 ? .spent : .read(region)
    left[number] = region.rows.count
    read += region.rows.count
  }

  /// Keeps the other threads busy: each has one region to read, and one to go on with.
  private func readAhead(of number: Int) {
    jobs.removeAll(where: \.isDone)
    while jobs.count < workers.count * 2, let next = next(after: number) {
      let job = RegionJob(pack, job(next), reader, on: workers[next % workers.count])
      states[next] = .reading(job)
      jobs.append(job)
    }
  }

  private func next(after number: Int) -> Int? {
    guard isWorthwhile else { return nil }
    return (number + 1..<min(number + 1 + Self.reach, states.count)).first { number in
      if case .unread = states[number] { return starts[number] != nil }
      return false
    }
  }

  private func job(_ number: Int) -> (start: Int, end: Int) {
    (starts[number] ?? size, min((number + 1) << Self.shift, size))
  }

  fileprivate static func read(
    _ pack: MappedPack, _ job: (start: Int, end: Int), _ reader: MessageReader, while goesOn: () -> Bool = { true }
  ) -> CommitRegion {
    PackFile(pack).map { CommitRegion($0, from: job.start, to: job.end, reader, while: goesOn) } ?? .empty(reader)
  }
}

/// A region that another thread reads.
private final class RegionJob: Sendable {
  private let work = BackgroundWork<CommitRegion>()
  private let reader: MessageReader

  init(_ pack: MappedPack, _ job: (start: Int, end: Int), _ reader: MessageReader, on worker: WorkerThread) {
    self.reader = reader
    work.begin(on: worker) { work in CommitRegions.read(pack, job, reader, while: { !work.isStopped }) }
  }

  deinit { work.stop() }

  var isDone: Bool { work.isDone }

  func wait() -> CommitRegion { work.result() ?? .empty(reader) }
}
