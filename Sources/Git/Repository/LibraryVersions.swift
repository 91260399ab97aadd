import CLibcrypto
import CLibdeflate
import CLibgit2

/// What this target reads repositories with.
package enum LibraryVersions {
  /// Each library by name, and the version that runs.
  package static var all: [(name: String, version: String)] {
    var (major, minor, revision) = (Int32(0), Int32(0), Int32(0))
    unsafe git_libgit2_version(&major, &minor, &revision)
    return [
      ("libgit2", "\(major).\(minor).\(revision)"), ("libdeflate", LIBDEFLATE_VERSION_STRING),
      ("OpenSSL", unsafe String(cString: OpenSSL_version(OPENSSL_VERSION_STRING))),
    ]
  }
}
