import Git
import Glibc
import ReleaseScope

/// A small repository with two packs, whose multi-pack-index is another one at each run. It goes with the program.
final class FuzzRepository: Sendable {
  /// `nil` where it cannot be made.
  static let shared = FuzzRepository()

  private let path: String

  private init?() {
    var template = Array("/tmp/relscope-fuzz-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard made else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for folder in ["objects", "objects/pack", "objects/info", "refs", "refs/heads"] {
      unsafe mkdir("\(path)/\(folder)", 0o755)
    }
    let origin = FuzzCorpus.folder + "/repository"
    for name in FuzzCorpus.names(in: origin) {
      guard let file = FileBytes(path: "\(origin)/\(name)") else { return nil }
      let target = name.hasPrefix("pack-") ? "objects/pack/\(name)" : name == "main" ? "refs/heads/main" : name
      write(file.all, to: target)
    }
    atexit { FuzzRepository.shared?.remove() }
  }

  /// - Returns: Whether what the branch has can be read.
  func reads(multiPackIndex bytes: [UInt8]) -> Bool {
    write(bytes, to: "objects/pack/multi-pack-index")
    guard let repository = try? Repository(at: path), let tip = try? repository.resolve("main~1", as: "release"),
      let commit = try? repository.commit(tip)
    else { return false }
    _ = try? repository.commit(withPrefix: String(tip.description.prefix(9)))
    let file = (try? repository.file("docs/notes.txt", in: tip)) ?? nil
    precondition(file?.bytes.isEmpty != true, "another file than was committed")
    return commit.id == tip
  }

  private func write(_ bytes: [UInt8], to name: String) {
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    unsafe fclose(file)
  }

  private func remove() {
    for folder in ["objects/pack", "objects/info", "objects", "refs/heads", "refs", ""] {
      for name in FuzzCorpus.names(in: "\(path)/\(folder)") { unsafe unlink("\(path)/\(folder)/\(name)") }
      unsafe rmdir("\(path)/\(folder)")
    }
  }
}
