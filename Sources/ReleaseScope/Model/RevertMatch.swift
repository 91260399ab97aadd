/// How a revert's target was found.
package enum RevertMatch: String, Sendable, CaseIterable {
  case id
  case trailer
  case patchID = "patch-id"
  /// The number of a pull request.
  case request
  /// The exact inverse of the target's patch.
  case inversePatch = "inverse-patch"
  /// The subject, or the title of the pull request.
  case subject
  /// The ticket, of which only one commit can be meant.
  case key
  /// What the target had added is gone from the files.
  case contents
  /// All files are as they were before.
  case tree
}
