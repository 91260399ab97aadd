import Approvals
import Documents
import ReleaseScope

/// What is judged, and by which documents.
struct CheckSubject {
  let base: NamedCommit
  let release: NamedCommit
  /// The branch by which the release is known, also where HEAD is detached; `nil` if there is none.
  let releaseBranch: String?
  /// Whether that is a release branch by its name, and no tag.
  let isReleaseBranch: Bool
  /// Where the range begins; `nil` for where the base and the release part.
  let since: NamedCommit?
  let policy: Policy
  let policySummary: DocumentSummary?
  let manifest: ManifestFile?
  let manifestSummary: DocumentSummary?
  let baseline: Baseline?
  let baselineSummary: DocumentSummary?
  /// Whose keys count; `nil` if nothing has to be approved, or the trusted place has no such file.
  let signers: (bytes: [UInt8], name: String)?
  /// What the caller asked for; `nil` if nothing.
  let requestedVersion: VersionName?
  /// What the release branch's name says.
  let branchVersion: String?
  /// The paths of the documents that are in the repository's trees.
  let documentPaths: [String]
  /// Those that are read at the trusted place, and not at a revision that the caller chose.
  let trustedPaths: [String]
  /// Finds the keys of the policy's projects and of those that the manifest names.
  let reader: MessageReader
  /// The present key of each ticket that has moved, by its former keys.
  let aliases: [TicketKey: TicketKey]

  var version: VersionName? {
    requestedVersion ?? manifest?.manifest.version.name ?? branchVersion.flatMap { try? VersionName(parsing: $0) }
  }

  /// The names by which its merges are known.
  var releaseNames: ReleaseNames {
    ReleaseNames(patterns: policy.releaseBranches, versions: [version?.text, branchVersion].compactMap(\.self))
  }
}

extension CheckSubject {
  /// A path or a revision of the policy, with the version in it.
  static func path(_ template: VersionTemplate, _ version: VersionName?) throws -> String {
    guard let path = template.filled(ifNeeded: version) else {
      throw Problem(
        .usage, "cannot tell which version '\(template)' is for",
        help: "name it with --version, or be on a release branch")
    }
    return path
  }
}
