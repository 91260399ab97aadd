import Git
import Glibc

/// Valid files of each format, in the repository: what is to be broken.
package enum FuzzCorpus {
  static let folder = "\(#filePath.prefix { _ in true }.dropLast("FuzzCorpus.swift".count))Corpus"

  /// The files for a target, by name.
  package static func files(_ target: FuzzTarget) -> [[UInt8]] {
    names(in: "\(folder)/\(target.name)").compactMap { FileBytes(path: "\(folder)/\(target.name)/\($0)")?.all }
  }

  /// The names in a folder, in order.
  static func names(in folder: String) -> [String] {
    guard let opened = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(opened) }
    var names: [String] = []
    while let entry = unsafe readdir(opened) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
