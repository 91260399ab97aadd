import Foundation

/// The programs of this package, as the build that runs the tests has made them.
package enum BuiltProgram {
  /// The path of a program of this package.
  ///
  /// It is looked for beside the test runner and in the folders above. `RELSCOPE_PROGRAMS` names another folder, such
  /// as that of a release build.
  ///
  /// - Throws: ``NotBuilt`` when there is none.
  package static func path(_ name: String) throws -> String {
    let folders = candidates()
    for folder in folders {
      let program = folder + "/" + name
      let isFile = try? URL(fileURLWithPath: program).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true, FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    throw NotBuilt(name: name, folders: folders)
  }

  private static func candidates() -> [String] {
    if let folder = ProcessInfo.processInfo.environment["RELSCOPE_PROGRAMS"] { return [folder] }
    let runners: [String?] = ["/proc/self/exe", Bundle.main.executablePath, CommandLine.arguments.first]
    return runners.compactMap(\.self).flatMap { runner in
      let folder = URL(fileURLWithPath: runner).resolvingSymlinksInPath().deletingLastPathComponent()
      return sequence(first: folder) { $0.deletingLastPathComponent() }.prefix(4).map(\.path)
    }
  }

  package struct NotBuilt: Error, CustomStringConvertible {
    package let name: String
    package let folders: [String]

    package var description: String {
      "no program '\(name)' in \(folders.joined(separator: ", ")); run: swift build --product \(name)"
    }
  }
}
