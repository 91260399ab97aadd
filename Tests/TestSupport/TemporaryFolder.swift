package import Foundation

/// A folder that exists as long as somebody holds it.
package final class TemporaryFolder: Sendable {
  /// The absolute path, without symbolic links and without a final slash.
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("relscope-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Makes a folder inside, with the folders above it, and returns its absolute path.
  package func makeFolder(_ relativePath: String) throws -> String {
    let folder = path + "/" + relativePath
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Writes a file inside, with the folders above it, and returns its absolute path.
  @discardableResult
  package func write(_ relativePath: String, _ text: String) throws -> String {
    let file = path + "/" + relativePath
    try Self.write(Data(text.utf8), to: file)
    return file
  }

  package static func write(_ contents: Data, to file: String) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try contents.write(to: URL(fileURLWithPath: file))
  }
}
