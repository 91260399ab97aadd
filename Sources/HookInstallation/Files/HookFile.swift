import Platform
import SystemPackage
import ReleaseScope

/// A file in the place of a hook.
///
/// Unlike a report, a hook is never written through a symbolic link, and never over a file that was not seen before.
struct HookFile {
  let entry: FileEntry
  /// What is in it, through a link; empty if it cannot be read or is too large to be a text of ours.
  let bytes: [UInt8]

  private static let sizeLimit = 1 << 20

  /// - Returns: `nil` if there is nothing at `path`, not even a link that leads nowhere.
  init?(at path: String) {
    guard let entry = FileEntry(at: path) else { return nil }
    self.entry = entry
    let isText = entry.size.map { $0 <= Self.sizeLimit } ?? false
    bytes = isText ? (try? File.contents(of: path)) ?? [] : []
  }

  /// Whose it is. A link is never as `hooks install` wrote it.
  func origin(as name: HookName) -> HookText.Origin {
    let origin = HookText.origin(of: bytes, as: name)
    return entry.kind == .link && origin != .foreign ? .changed : origin
  }

  /// Whether git would do the same with either.
  func isSame(as other: HookFile) -> Bool {
    entry.kind == .file && other.entry.kind == .file && entry.isExecutable == other.entry.isExecutable
      && bytes == other.bytes && !bytes.isEmpty
  }

  /// Writes a file that everybody may execute: a hook that another user of the repository may not execute is silently
  /// left out.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) {
    try change { () throws(FileError) in
      try AtomicFile.write(text, to: path, mode: 0o755, replacing: replacing)
    }
  }

  /// - Throws: ``Problem`` of kind ``Problem/Kind/cannotWrite`` for what a step on files threw.
  static func change(_ step: () throws(FileError) -> Void) throws(Problem) {
    do {
      try step()
    } catch {
      throw Problem(
        .cannotWrite, "cannot \(error.operation.verb) '\(error.path)': \(error.reason)", help: advice(error))
    }
  }

  private static func advice(_ error: FileError) -> String {
    switch error.code {
    case .permissionDenied, .notPermitted, .readOnlyFileSystem:
      "run it as a user who may write there; nothing was changed"
    case .fileExists: "somebody else has just written it; look at it, and run the command again"
    case .notDirectory: "the place of the hooks is not a folder"
    case .noSpace, .diskQuotaExceeded, .fileTooLarge: "free some space and run it again; the hooks are as they were"
    default: "look at it, and run the command again"
    }
  }
}

extension FileError.Operation {
  fileprivate var verb: String {
    switch self {
    case .read: "read"
    case .write, .writeStream, .append: "write"
    case .keep: "keep"
    case .putBack: "put back"
    case .remove: "remove"
    case .makeFolder: "make"
    }
  }
}
