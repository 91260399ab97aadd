import Foundation

/// The top of this package's source.
enum PackageFolder {
  static let path = URL(fileURLWithPath: "\(#filePath)")
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
