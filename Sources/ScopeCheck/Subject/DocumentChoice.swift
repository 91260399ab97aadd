/// Where a document is.
package enum DocumentChoice: Sendable {
  /// The usual path, at the trusted place.
  case usual
  /// Another path, at the trusted place.
  case path(String)
  /// A path at a revision.
  case revision(String, path: String)
  /// The contents of a file outside of the repository.
  case contents([UInt8], name: String)
}
