extension Rule {
  static let versionState = Rule(
    .versionState, .error,
    finds: "a version that is archived, already released, or not the one that the branch names",
    advice: "check which version this branch is for, and the state of that version in Jira",
    find: .documents { facts in
      guard let version = facts.manifest?.version else { return [] }
      var found: [Difference] = []
      if version.isArchived == true {
        found.append(Difference(about: "archived", message: "version '\(version.name)' is archived"))
      }
      if version.isReleased == true, !facts.isMerged {
        let day = version.releaseDate.map { ", on \($0)" } ?? ""
        found.append(Difference(about: "released", message: "version '\(version.name)' is already released\(day)"))
      }
      if let requested = facts.requestedVersion, requested != version.name {
        found.append(
          Difference(
            about: "manifest \(version.name)",
            message: "the manifest is for version '\(version.name)', not '\(requested)'"))
      } else if let branch = facts.branchVersion, branch != version.name.text {
        found.append(
          Difference(
            about: "branch \(branch)",
            message: "the branch is for version '\(branch)', the manifest for '\(version.name)'"))
      }
      return found
    })
}
