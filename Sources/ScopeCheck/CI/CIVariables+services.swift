extension CIVariables {
  /// In a merge request, `CI_COMMIT_SHA` may be a trial merge; the source's commit is said by itself only then.
  var gitLabEvent: CIEnvironment.Event {
    if let base = self["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"], let branch = self["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"]
    {
      return .pullRequest(
        number: self["CI_MERGE_REQUEST_IID"], base: base, branch: branch,
        head: .proposed(self["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] ?? self["CI_COMMIT_SHA"] ?? "HEAD"))
    }
    guard let head = self["CI_COMMIT_SHA"] else { return .other }
    if let tag = self["CI_COMMIT_TAG"] { return .tag(name: tag, head: head) }
    guard let branch = self["CI_COMMIT_BRANCH"] else { return .other }
    return .push(branch: branch, head: head, before: Self.id(self["CI_COMMIT_BEFORE_SHA"]))
  }

  /// A multibranch job may build a trial merge, and `GIT_COMMIT` may be either.
  var jenkinsEvent: CIEnvironment.Event {
    if let number = self["CHANGE_ID"], let base = self["CHANGE_TARGET"] {
      let branch = self["CHANGE_BRANCH"] ?? self["BRANCH_NAME"] ?? ""
      return .pullRequest(number: number, base: base, branch: branch, head: .built(self["GIT_COMMIT"] ?? "HEAD"))
    }
    let head = self["GIT_COMMIT"] ?? "HEAD"
    if let tag = self["TAG_NAME"] { return .tag(name: tag, head: head) }
    guard let branch = self["BRANCH_NAME"] ?? self["GIT_BRANCH"].map(Self.withoutRemote) else { return .other }
    return .push(branch: branch, head: head, before: nil)
  }

  /// `BUILD_SOURCEVERSION` is a trial merge in a pull request.
  var azureEvent: CIEnvironment.Event {
    if let base = Self.branch(self["SYSTEM_PULLREQUEST_TARGETBRANCH"]),
      let branch = Self.branch(self["SYSTEM_PULLREQUEST_SOURCEBRANCH"])
    {
      return .pullRequest(
        number: self["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"] ?? self["SYSTEM_PULLREQUEST_PULLREQUESTID"], base: base,
        branch: branch, head: self["SYSTEM_PULLREQUEST_SOURCECOMMITID"].map { .proposed($0) } ?? .built("HEAD"))
    }
    let head = self["BUILD_SOURCEVERSION"] ?? "HEAD"
    if let tag = Self.tag(self["BUILD_SOURCEBRANCH"]) { return .tag(name: tag, head: head) }
    guard let branch = Self.branch(self["BUILD_SOURCEBRANCH"]) else { return .other }
    return .push(branch: branch, head: head, before: nil)
  }

  /// The source is merged with its destination before the run; `BITBUCKET_COMMIT` is the source's.
  var bitbucketEvent: CIEnvironment.Event {
    if let base = self["BITBUCKET_PR_DESTINATION_BRANCH"], let branch = self["BITBUCKET_BRANCH"] {
      return .pullRequest(
        number: self["BITBUCKET_PR_ID"], base: base, branch: branch,
        head: self["BITBUCKET_COMMIT"].map { .proposed($0) } ?? .built("HEAD"))
    }
    let head = self["BITBUCKET_COMMIT"] ?? "HEAD"
    if let tag = self["BITBUCKET_TAG"] { return .tag(name: tag, head: head) }
    guard let branch = self["BITBUCKET_BRANCH"] else { return .other }
    return .push(branch: branch, head: head, before: nil)
  }

  /// `GIT_BRANCH` is `origin/main` in jobs that are not multibranch.
  private static func withoutRemote(_ name: String) -> String {
    name.hasPrefix("origin/") ? String(name.dropFirst("origin/".count)) : name
  }
}
