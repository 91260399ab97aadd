import CLibcsv
import CLibexpat
import CLibyaml

/// What this target reads files with.
package enum ParserVersions {
  /// Each library by name, and the version that runs; of libcsv, the one that this was built with.
  package static var all: [(name: String, version: String)] {
    let expat = unsafe String(cString: XML_ExpatVersion())
    let number = expat.firstIndex(of: "_").map { String(expat[expat.index(after: $0)...]) } ?? expat
    return [
      ("expat", number), ("libyaml", unsafe String(cString: yaml_get_version_string())),
      ("libcsv", "\(CSV_MAJOR).\(CSV_MINOR).\(CSV_RELEASE)"),
    ]
  }
}
