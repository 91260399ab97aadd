import CLibcrypto
import CLibgit2
import Commits

/// What a commit changes against its first parent, or against nothing for a root.
struct CommitDiff {
  private let changes: [TreeChange]
  private let repository: Repository

  /// - Parameter isTurned: Whether to compare the other way round, for what would take the change back.
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here, as in a partial clone.
  init(of commit: ObjectID, isTurned: Bool = false, in repository: Repository) throws(GitError) {
    let changes = try repository.changes(of: commit).changes
    self.changes = isTurned ? changes.map(\.inverse) : changes
    self.repository = repository
  }

  /// Compares two trees, `nil` being nothing.
  init(from old: ObjectID?, to new: ObjectID?, in repository: Repository) throws(GitError) {
    changes = try TreeComparison(old, new, in: repository).changes
    self.repository = repository
  }

  /// What tells the change from others.
  ///
  /// - Complexity: Reads the contents of every changed file.
  func patch() throws(GitError) -> Patch {
    let digest = PatchDigest()
    var binaries: [ObjectID] = []
    for change in changes {
      if let old = change.old, let new = change.new, old.kind != new.kind {
        // A link in the place of a file is another thing.
        binaries += try add(TreeChange(path: change.path, old: old, new: nil), to: digest)
        binaries += try add(TreeChange(path: change.path, old: nil, new: new), to: digest)
      } else {
        binaries += try add(change, to: digest)
      }
    }
    return Patch(id: digest.id, binaries: binaries)
  }

  /// - Returns: The contents before and after, if they are binary.
  private func add(_ change: TreeChange, to digest: PatchDigest) throws(GitError) -> [ObjectID] {
    digest.add(change.path)
    if change.old?.mode != change.new?.mode { digest.add("\(change.old?.mode ?? 0) \(change.new?.mode ?? 0)") }
    guard change.old?.id != change.new?.id else { return [] }
    if change.old?.isSubmodule == true || change.new?.isSubmodule == true {
      digest.add("\(change.old?.id.description ?? "") \(change.new?.id.description ?? "")")
      return []
    }
    let isBinary = try digest.add(contents(change.old), contents(change.new))
    return isBinary ? [change.old, change.new].map { $0?.id ?? ObjectID(git_oid()) } : []
  }

  private func contents(_ item: TreeItem?) throws(GitError) -> [UInt8] {
    guard let item else { return [] }
    return try repository.blob(item.id)
  }

  struct Patch: Hashable, Sendable {
    /// Of the paths, and of the change without line numbers and blanks, as that of `git patch-id`; another number than
    /// git's.
    let id: ObjectID
    /// The contents before and after of each binary file, of which the id knows no more than the name.
    let binaries: [ObjectID]

    /// Equal for equal ones.
    var digest: KeptDigest { KeptDigest(([id] + binaries).flatMap(\.bytes)) }
  }
}

extension TreeItem {
  /// Whether it is a file, a link, or a submodule.
  fileprivate var kind: UInt32 { mode & 0o170000 }
}

/// The SHA-1 of a patch, to which pieces are added in order.
private final class PatchDigest {
  private var context = SHA_CTX()
  /// The room for a line without blanks.
  private var line: [UInt8] = []
  /// How many lines around a change belong to it.
  private static let context = 3
  /// How many common lines are left where texts are compared: a change among equal lines may be told further down, and
  /// has its context there.
  private static let surroundings = 32

  init() {
    _ = unsafe SHA1_Init(&context)
  }

  /// Adds a piece that is no line of a file.
  func add(_ text: String) {
    line.removeAll(keepingCapacity: true)
    line += text.utf8
    line.append(0)
    update()
  }

  /// Adds what differs between two texts, with three lines around it.
  ///
  /// - Returns: Whether they are binary, so that nothing was added.
  func add(_ old: [UInt8], _ new: [UInt8]) throws(GitError) -> Bool {
    guard !LineCounts.isBinary(old), !LineCounts.isBinary(new) else { return true }
    // libgit2 takes the SHA-1 of all that it compares, with a search for collisions, and xdiff a hash of each line.
    let (old, new) = CommonLines(old, new).between(with: Self.surroundings)
    try unsafe old.withUnsafeBufferPointer { (old) throws(GitError) in
      try unsafe new.withUnsafeBufferPointer { (new) throws(GitError) in try unsafe addLines(old, new) }
    }
    return false
  }

  private func addLines(
    _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>
  ) throws(GitError) {
    var options = unsafe git_diff_options()
    try GitError.check(unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), "compare files")
    unsafe options.flags |= GIT_DIFF_FORCE_TEXT.rawValue
    unsafe options.context_lines = UInt32(Self.context)
    let payload = unsafe Unmanaged.passUnretained(self).toOpaque()
    let status = unsafe git_diff_buffers(
      old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options, nil, nil, nil,
      { _, _, line, payload in
        guard let line = unsafe line, let payload = unsafe payload else { return -1 }
        let bytes = unsafe UnsafeRawBufferPointer(start: line.pointee.content, count: line.pointee.content_len)
        unsafe Unmanaged<PatchDigest>.fromOpaque(payload).takeUnretainedValue()
          .add(UInt8(bitPattern: line.pointee.origin), unsafe bytes)
        return 0
      }, payload)
    try GitError.check(status, "compare files")
  }

  private func add(_ origin: UInt8, _ content: UnsafeRawBufferPointer) {
    // Whether the last line ends is a matter of blanks.
    guard origin == UInt8(ascii: " ") || origin == UInt8(ascii: "+") || origin == UInt8(ascii: "-") else { return }
    // What the class has is looked after at each use.
    var line: [UInt8] = []
    swap(&line, &self.line)
    line.removeAll(keepingCapacity: true)
    line.append(origin)
    for place in content.indices {
      let byte = unsafe content[place]
      if !byte.isSpace { line.append(byte) }
    }
    line.append(UInt8(ascii: "\n"))
    swap(&line, &self.line)
    update()
  }

  private func update() {
    _ = unsafe line.withUnsafeBytes { unsafe SHA1_Update(&context, $0.baseAddress, $0.count) }
  }

  /// Of all that was added. To be asked for once.
  var id: ObjectID {
    var digest = InlineArray<20, UInt8>(repeating: 0)
    var room = digest.mutableSpan
    _ = unsafe room.withUnsafeMutableBufferPointer { unsafe SHA1_Final($0.baseAddress, &context) }
    return ObjectID(digest.span)
  }
}
