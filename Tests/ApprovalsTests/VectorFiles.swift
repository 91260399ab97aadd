import Foundation

/// Throwaway keys, one text, and what they signed; the private halves are gone.
enum VectorFiles {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Vectors"

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sig") }
      .map { String($0.dropLast(4)) }.sorted()
  }
}
