import CLibgit2
package import Commits

extension Repository {
  /// Who set an annotated tag, and when.
  ///
  /// - Returns: `nil` for a lightweight tag, which is only a name, for a tag that names nobody, and where there is no
  ///   such ref.
  /// - Throws: ``GitError`` if the ref is there and cannot be read; a tag that cannot be read names nobody.
  package func tagger(ofReference name: RefName) throws(GitError) -> Signature? {
    var id = git_oid()
    let status = unsafe git_reference_name_to_id(&id, handle, name.text)
    if status == GIT_ENOTFOUND.rawValue || status == GIT_EINVALIDSPEC.rawValue { return nil }
    try GitError.check(status, "read ref '\(name)'")
    var tag: OpaquePointer?
    defer { unsafe git_tag_free(tag) }
    guard unsafe git_tag_lookup(&tag, handle, &id) == 0, let tagger = unsafe git_tag_tagger(tag) else { return nil }
    return Signature(
      name: unsafe String(cString: tagger.pointee.name), email: unsafe String(cString: tagger.pointee.email),
      time: Instant(seconds: unsafe tagger.pointee.when.time))
  }
}
