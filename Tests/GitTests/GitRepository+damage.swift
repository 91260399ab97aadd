import Foundation
import TestSupport

extension GitRepository {
  /// Takes an object out of the repository, packed or not.
  func removeObject(_ id: String) async throws {
    let objects = path + "/.git/objects"
    let packs = try FileManager.default.contentsOfDirectory(atPath: objects + "/pack").filter { $0.hasSuffix(".pack") }
    for pack in packs {
      let moved = folder.path + "/" + pack
      try FileManager.default.moveItem(atPath: "\(objects)/pack/\(pack)", toPath: moved)
      let contents = try Data(contentsOf: URL(fileURLWithPath: moved))
      try await git(["unpack-objects", "-q"], input: Array(contents))
    }
    try FileManager.default.removeItem(atPath: "\(objects)/\(id.prefix(2))/\(id.dropFirst(2))")
  }
}
