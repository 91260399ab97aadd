import JSON
import Documents
import Git

/// What `relscope --version` says: the program, and the libraries that it has within or loads.
enum VersionText {
  private static var libraries: [(name: String, version: String)] {
    (LibraryVersions.all + ParserVersions.all).sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  static var plain: String {
    let with = libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "relscope \(ProgramVersion.version)\nwith \(with)\n"
  }

  /// `{"version": "0.1.0", "libraries": {"libgit2": "1.5.1"}}`.
  static var json: String {
    let members = libraries.map { JSONValue.Member($0.name, JSONValue(.string($0.version))) }
    let document = JSONValue(
      .object([
        JSONValue.Member("version", JSONValue(.string(ProgramVersion.version))),
        JSONValue.Member("libraries", JSONValue(.object(members))),
      ]))
    return JSONWriter.pretty(document) + "\n"
  }
}
