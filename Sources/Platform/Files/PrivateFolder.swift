import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder for files that another program reads, which nobody else can look into and which is gone with its last
/// holder.
package final class PrivateFolder: Sendable {
  private let path: String

  /// Makes one below `/tmp`.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/write`` if `/tmp` takes no folder.
  package init() throws(FileError) {
    var template = Array("/tmp/relscope-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileError(.write, "/tmp", Errno(rawValue: errno)) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        _ = unsafe unlink("\(path)/\(name)")
      }
      unsafe closedir(folder)
    }
    _ = unsafe rmdir(path)
  }

  /// Writes a file.
  ///
  /// - Returns: Its path.
  /// - Throws: ``FileError`` of operation ``FileError/Operation/write``.
  package func write(_ name: String, _ text: String) throws(FileError) -> String {
    let file = "\(path)/\(name)"
    try AtomicFile.write(Array(text.utf8), to: file)
    return file
  }
}
