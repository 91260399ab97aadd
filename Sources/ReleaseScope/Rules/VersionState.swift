extension Rule {
  static let versionState = Rule(
    .versionState, .error,
    finds: "a version that is archived, already released, or not the one that the branch names",
    advice: "check which version this branch is for, and the state of that version in Jira",
    find: .documents { facts in
      guard let version = facts.manifest?.version else { return [] }
      var messages: [String] = []
      if version.isArchived == true { messages.append("version '\(version.name)' is archived") }
      if version.isReleased == true, !facts.isMerged {
        let day = version.releaseDate.map { ", on \($0)" } ?? ""
        messages.append("version '\(version.name)' is already released\(day)")
      }
      if let requested = facts.requestedVersion, requested != version.name {
        messages.append("the manifest is for version '\(version.name)', not '\(requested)'")
      } else if let branch = facts.branchVersion, branch != version.name.text {
        messages.append("the branch is for version '\(branch)', the manifest for '\(version.name)'")
      }
      return messages.map { Difference(message: $0) }
    })
}
